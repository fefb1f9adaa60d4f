/** Pairs of versions about types. */
import { basePages, resourcePage } from "./pages.fixture.ts";
import type { PagePair } from "./pairs.fixture.ts";

const clock = "resources/clock.md";
const maker = "resources/maker.md";
const chimes = "api/clock-chimes.md";
const face = "resources/face.md";
const facePage = basePages[face] ?? "";

export const typePairs: readonly PagePair[] = [
  {
    name: "a type is added, its properties come with it",
    edit: {
      add: {
        "resources/chime.md": resourcePage("chime", {
          rows: ["|tone|String|Which tone.|"],
          json: `{ "tone": "String" }`,
        }),
      },
    },
    changes: ["type-added info sample.time.chime"],
    swapped: ["type-undocumented warning sample.time.chime"],
  },
  {
    name: "a deprecated type goes",
    before: {
      add: {
        "resources/chime.md": resourcePage("chime", {
          opening: "This resource is deprecated and will be removed.",
          rows: ["|tone|String|Which tone.|"],
          json: `{ "tone": "String" }`,
        }),
      },
    },
    edit: { remove: ["resources/chime.md"] },
    changes: ["type-removed breaking sample.time.chime"],
    swapped: ["type-added info sample.time.chime"],
  },
  {
    name: "a type is renamed, and what refers to it is not",
    edit: {
      add: { "resources/front.md": facePage.replaceAll("face", "front") },
      remove: [face],
      replace: [
        [clock, "[face](face.md)", "[front](front.md)"],
        [clock, "sample.time.face", "sample.time.front"],
        [chimes, "[face](../resources/face.md)", "[front](../resources/front.md)"],
      ],
    },
    changes: ["type-renamed breaking sample.time.face"],
    swapped: ["type-renamed breaking sample.time.front"],
  },
  {
    name: "a type moves to another namespace",
    edit: {
      replace: [
        [face, "Namespace: sample.time", "Namespace: sample.look"],
        [face, "sample.time.face", "sample.look.face"],
        [clock, "sample.time.face", "sample.look.face"],
      ],
    },
    changes: ["namespace-added info namespace sample.look", "type-namespace-changed breaking sample.time.face"],
    swapped: [
      "namespace-undocumented warning namespace sample.look",
      "type-namespace-changed breaking sample.look.face",
    ],
  },
  {
    name: "a type is based on another one",
    edit: { replace: [[maker, '"keyProperty": "id"', '"keyProperty": "id", "baseType": "sample.time.device"']] },
    changes: ["base-type-added info sample.time.maker"],
    swapped: ["base-type-changed breaking sample.time.maker"],
  },
  {
    name: "a type becomes abstract",
    edit: { replace: [[maker, '"keyProperty": "id"', '"keyProperty": "id", "abstract": true']] },
    changes: ["type-became-abstract breaking sample.time.maker"],
    swapped: ["type-no-longer-abstract info sample.time.maker"],
  },
  {
    name: "a type becomes open",
    edit: { replace: [[face, '"sample.time.face"', '"sample.time.face", "openType": true']] },
    changes: ["type-became-open info sample.time.face"],
    swapped: ["type-no-longer-open warning sample.time.face"],
  },
  {
    name: "a type gets another key",
    edit: { replace: [[maker, '"keyProperty": "id"', '"keyProperty": "town"']] },
    changes: ["type-key-changed breaking sample.time.maker"],
    swapped: ["type-key-changed breaking sample.time.maker"],
  },
  {
    name: "a type is deprecated",
    edit: { replace: [[maker, "A maker.", "This resource is deprecated."]] },
    changes: ["type-deprecated info sample.time.maker"],
    swapped: ["type-no-longer-deprecated info sample.time.maker"],
  },
];
