/** The five pages that the project started from, as they are: generated "Update …" pages whose types have no page. */
import { describe, expect, it } from "vitest";
import { resolveSettings } from "./config/settings.ts";
import { linkDocs } from "./link-docs.ts";
import type { TypeRef } from "./model/api-model.ts";
import { type CorpusSet, corpusSets, isCorpusThere } from "./testing/corpus.ts";

function written(type: TypeRef | null | undefined): string {
  if (!type) return "-";
  if (type.kind === "primitive") return type.name;
  return type.kind === "object" || type.kind === "enum" ? type.id.replace(/^.*\./, "") : type.kind;
}

describe.skipIf(!isCorpusThere)("the seed pages", () => {
  const { docs } = corpusSets.find(({ name }) => name === "seeds") as CorpusSet;
  const linked = isCorpusThere ? linkDocs(resolveSettings({ docs }, docs, {}, docs)) : null;
  const model = linked?.model;

  it("give one function a page, but none where the path is an error sentence", () => {
    expect(
      model?.operations.map(({ name, method, paths }) => [name, method, ...paths.map((path) => path.template)]),
    ).toEqual([
      [
        "updateInvitationInvitedUserAuthenticationOperations",
        "PATCH",
        "/invitations/{invitationsId}/invitedUser/authentication/operations",
      ],
      ["updateMeAuthenticationOperation", "PATCH", "/me/authentication/operations/{longRunningOperationId}"],
      ["updateOperation", "PATCH"],
      [
        "updateInvitationInvitedUserJoinedGroupSiteOnenoteOperations",
        "PATCH",
        "/invitations/{invitationsId}/invitedUser/joinedGroups/{groupId}/sites/{siteId}/onenote/operations",
      ],
      [
        "updateTeamOperations",
        "PATCH",
        "/teams/{teamsId}/operations",
        "/invitations/{invitationsId}/invitedUser/joinedGroups/{groupId}/team/operations",
      ],
    ]);
  });

  it("say which path is none, and where", () => {
    const errors = linked?.diagnostics.filter(({ severity }) => severity !== "note") ?? [];
    expect(errors.map(({ code, place }) => [code, place?.page, place?.line]).sort()).toEqual([
      ["example-url-invalid", "002_c0b2948825468846.md", 64],
      ["request-line-invalid", "002_c0b2948825468846.md", 29],
      ["request-missing", "002_c0b2948825468846.md", 10],
    ]);
  });

  it("give body and result the type that the page names, and read bodies glued to their headers", () => {
    const operations = model?.operations ?? [];
    expect(
      operations.map(({ body, response }) => [written(body?.type), written(response.type), response.statuses]),
    ).toEqual([
      ["longRunningOperation", "longRunningOperation", [200]],
      ["longRunningOperation", "longRunningOperation", [200]],
      ["operation", "operation", [200]],
      ["onenoteOperation", "onenoteOperation", [200]],
      ["teamsAsyncOperation", "teamsAsyncOperation", [200]],
    ]);
    const statuses = operations.flatMap(({ examples }) =>
      examples
        .flatMap(({ request, responses }) => [request, ...responses])
        .map((message) => {
          const json = message?.body?.json;
          return typeof json === "object" && json !== null && "status" in json ? json.status : undefined;
        }),
    );
    expect(statuses).toEqual(Array.from({ length: 10 }, () => "String"));
  });

  it("infer all types from tables and examples, with their base types", () => {
    const types = model?.types.map(({ name, baseType, source, properties }) => [
      name,
      baseType?.replace(/^.*\./, "") ?? null,
      source,
      properties.map((property) => `${property.name}: ${written(property.type)}`).join(", "),
    ]);
    expect(types).toEqual([
      ["entity", null, "inferred", "id: String"],
      [
        "longRunningOperation",
        "entity",
        "inferred",
        "id: String, createdDateTime: DateTimeOffset, lastActionDateTime: DateTimeOffset, status: longRunningOperationStatus, statusDetail: String, resourceLocation: String",
      ],
      [
        "onenoteOperation",
        "operation",
        "inferred",
        "id: String, status: operationStatus, createdDateTime: DateTimeOffset, lastActionDateTime: DateTimeOffset, resourceLocation: String, resourceId: String, error: onenoteOperationError, percentComplete: String",
      ],
      ["onenoteOperationError", null, "inferred", "code: String, message: String"],
      [
        "operation",
        "entity",
        "inferred",
        "id: String, status: operationStatus, createdDateTime: DateTimeOffset, lastActionDateTime: DateTimeOffset",
      ],
      ["operationError", null, "inferred", "code: String, message: String"],
      [
        "teamsAsyncOperation",
        "entity",
        "inferred",
        "id: String, operationType: teamsAsyncOperationType, createdDateTime: DateTimeOffset, status: teamsAsyncOperationStatus, lastActionDateTime: DateTimeOffset, attemptsCount: Int32, targetResourceId: String, targetResourceLocation: String, error: operationError",
      ],
    ]);
  });

  it("make enums of a named type with values and of an `Enumeration` cell", () => {
    expect(model?.enums.map(({ name, members }) => [name, members.map(({ value }) => value).join(" ")])).toEqual([
      ["longRunningOperationStatus", "notstarted running succeeded failed"],
      ["operationStatus", "NotStarted Running Completed Failed"],
      ["teamsAsyncOperationStatus", "invalid notStarted inProgress succeeded failed unknownFutureValue"],
      ["teamsAsyncOperationType", "invalid cloneTeam archiveTeam unarchiveTeam createTeam unknownFutureValue"],
    ]);
  });
});
