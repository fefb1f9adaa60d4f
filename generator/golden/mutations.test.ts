/** The goldens bite: each mistake in an SDK makes some of them fail, at the compiler or when they run. */
import { expect, test } from "vitest";
import { goldenProject } from "../testing/golden-project.ts";
import { tempFolder } from "../testing/temp-folder.ts";

const minutes = { timeout: 120_000 };

test("an SDK without mistakes has goldens without failures", minutes, () => {
  expect(goldenProject(tempFolder()).failures()).toEqual({ refused: [], failed: [] });
});

test("mistakes in what functions send are found when the goldens run", minutes, () => {
  const project = goldenProject(tempFolder());
  // Each in another function, so that all of them can be tried at once.
  const invitations = "operations/invitations.ts";
  project.change(invitations, '"/invitations/{invitationsId}/resend"', '"/invitations/{invitationsId}/send"');
  project.change(
    invitations,
    'name: "createInvitation",\n  method: "POST"',
    'name: "createInvitation",\n  method: "PUT"',
  );
  const users = "operations/users.ts";
  project.change(users, '    $search: "search",\n', "");
  project.change(users, 'headers: { "If-Match": "ifMatch" },', "headers: {},");
  project.change(users, 'paths: ["/users"],\n  json: "body",', 'paths: ["/users"],');
  project.change(users, '"outlook.body-content-type=', '"outlook.body-content=');
  expect(project.failures()).toEqual({
    refused: [],
    failed: [
      "createInvitation inviteAGuest sends",
      "createInvitation inviteAGuestFromADomainThatIsNotAllowed sends",
      "invitationResend invitationResend sends",
      "createUser createAUser sends",
      "createUser useANameThatIsTaken sends",
      "deleteUser deleteUser sends",
      "listUserMessages getTheLatestMessagesAsPlainText sends",
      "listUsers search sends",
    ],
  });
});

test("mistakes in types are found by the compiler", minutes, () => {
  const project = goldenProject(tempFolder());
  project.change("models/all.ts", "readonly redeemUrl: string;", "readonly redeemURL: string;");
  project.change("models/all.ts", "subject: string | null;", "subject: number | null;");
  project.change("operations/users.ts", "ApiFunction<DeleteUserArgs, void>", "ApiFunction<DeleteUserArgs, User>");
  project.change("operations/invitations.ts", "  language?: string;", '  language?: "none";');
  expect(project.failures()).toEqual({
    refused: [
      "createInvitation inviteAGuest",
      "invitationResend invitationResend",
      "createUserMessage createADraft",
      "deleteUser deleteUser",
      "listUserMessages getTheLatestMessagesAsPlainText",
      "listUserMessages getMessagesWithTheirAttachments",
    ],
    // Types leave nothing behind at run time.
    failed: [],
  });
});
