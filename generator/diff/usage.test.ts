import { expect, it } from "vitest";
import { basePages, edited, modelFrom, resourcePage } from "./pages.fixture.ts";
import { createSide } from "./side.ts";
import { createUsage } from "./usage.ts";

const both = { request: true, response: true };
const response = { request: false, response: true };

it("data goes where operations, properties, bases and derived types take it", () => {
  const pages = edited(basePages, {
    add: {
      "resources/alarm.md": resourcePage("alarm", {
        annotation: `, "keyProperty": "id", "baseType": "sample.time.clock"`,
        rows: ["|sound|[sound](sound.md)|What it plays.|", "|last|[stamp](stamp.md)|When it rang. Read-only.|"],
        json: `{ "sound": { "@odata.type": "sample.time.sound" }, "last": { "@odata.type": "sample.time.stamp" } }`,
      }),
      "resources/sound.md": resourcePage("sound", { rows: ["|pitch|Int32|How high.|"], json: `{ "pitch": 1024 }` }),
      "resources/stamp.md": resourcePage("stamp", { rows: ["|at|String|When.|"], json: `{ "at": "String" }` }),
      "resources/lonely.md": resourcePage("lonely", { rows: ["|x|String|Nothing.|"], json: `{ "x": "String" }` }),
      "resources/crate.md": resourcePage("crate", {
        annotation: `, "keyProperty": "id", "baseType": "sample.time.device"`,
        rows: ["|content|[wood](wood.md)|What is in it.|"],
        json: `{ "content": { "@odata.type": "sample.time.wood" } }`,
      }),
      "resources/wood.md": resourcePage("wood", { rows: ["|kind|String|Which.|"], json: `{ "kind": "String" }` }),
    },
  });
  const flowOf = createUsage(createSide(modelFrom(pages)));
  expect(
    Object.fromEntries(
      ["clock", "device", "face", "clockMood", "alarm", "sound", "stamp", "lonely"].map((name) => [
        name,
        flowOf(`sample.time.${name}`),
      ]),
    ),
  ).toEqual({
    clock: both,
    device: both,
    face: both,
    clockMood: both,
    // What derives from a type can come in its stead.
    alarm: both,
    sound: both,
    // What is read-only is not sent.
    stamp: response,
    // No page tells.
    lonely: both,
  });
  // A sibling shares a base with what is sent, and is not sent for that.
  const sibling = createUsage(
    createSide(
      modelFrom(
        edited(pages, {
          replace: [["api/clock-get.md", "[clock](../resources/clock.md)", "[crate](../resources/crate.md)"]],
        }),
      ),
    ),
  );
  expect(sibling("sample.time.wood")).toEqual(response);
});
