/** Pairs of versions about enums. */
import { resourcePage } from "./pages.fixture.ts";
import type { PagePair } from "./pairs.fixture.ts";

const clock = "resources/clock.md";
const face = "resources/face.md";
const maker = "resources/maker.md";
const list = "api/clock-list.md";

export const enumPairs: readonly PagePair[] = [
  {
    name: "an enum is added, its members come with it",
    edit: {
      replace: [
        [
          face,
          "|state|clockState|Whether it can be read.|",
          "|state|clockState|Whether it can be read.|\n|shape|faceShape|What shape it has.|",
        ],
        [face, '"state": "String"', '"state": "String", "shape": "String"'],
        [
          face,
          "```\n\n\n",
          "```\n\n### faceShape values\n\n|Member|Description|\n|:---|:---|\n|round|No corner.|\n|square|Four corners.|\n",
        ],
      ],
    },
    changes: ["enum-added info sample.time.faceShape", "property-added info sample.time.face/shape"],
    swapped: ["enum-undocumented warning sample.time.faceShape", "property-removed breaking sample.time.face/shape"],
  },
  {
    name: "a closed enum gets a member",
    edit: { replace: [[clock, "|hasty|", "|bored|Would like to stop.|\n|hasty|"]] },
    changes: ["enum-member-added breaking sample.time.clockMood/bored"],
    swapped: ["enum-member-removed breaking sample.time.clockMood/bored"],
  },
  {
    name: "an open enum gets a member",
    edit: { replace: [[clock, "|unknownFutureValue|", "|broken|It does not go again.|\n|unknownFutureValue|"]] },
    changes: ["open-enum-member-added info sample.time.clockState/broken"],
    swapped: ["enum-member-removed breaking sample.time.clockState/broken"],
  },
  {
    name: "an enum loses a member",
    edit: { replace: [[clock, "|stopped|It stands still.|\n", ""]] },
    changes: ["enum-member-removed breaking sample.time.clockState/stopped"],
    swapped: ["open-enum-member-added info sample.time.clockState/stopped"],
  },
  {
    name: "a member of an enum changes its letter case",
    edit: { replace: [[clock, "|hasty|", "|Hasty|"]] },
    changes: ["enum-member-renamed warning sample.time.clockMood/hasty"],
    swapped: ["enum-member-renamed warning sample.time.clockMood/Hasty"],
  },
  {
    name: "an enum becomes open",
    edit: {
      replace: [
        [
          clock,
          "|hasty|Always ahead of time.|",
          "|hasty|Always ahead of time.|\n|unknownFutureValue|Sentinel for what comes.|",
        ],
      ],
    },
    changes: ["enum-became-open warning sample.time.clockMood"],
    swapped: ["enum-no-longer-open info sample.time.clockMood"],
  },
  {
    name: "an enum becomes one of flags",
    edit: { replace: [[clock, "### clockMood values\n", "### clockMood values\n\nThis is a flags enum.\n"]] },
    changes: ["enum-became-flags breaking sample.time.clockMood"],
    swapped: ["enum-no-longer-flags breaking sample.time.clockMood"],
  },
  {
    name: "a literal list becomes an enum with a name",
    before: { replace: [[clock, "Any words about it.", "Any words about it. Possible values are: `a`, `b`."]] },
    edit: {
      replace: [
        [
          clock,
          "|words|String collection|Any words about it. Possible values are: `a`, `b`.|",
          "|words|clockWord collection|Any words about it.|",
        ],
        [
          clock,
          "### clockMood",
          "### clockWord values\n\n|Member|Description|\n|:---|:---|\n|a|First.|\n|b|Second.|\n\n### clockMood",
        ],
      ],
    },
    changes: ["enum-added info sample.time.clockWord", "property-type-stated info sample.time.clock/words"],
    swapped: [
      "enum-undocumented warning sample.time.clockWord",
      "property-type-unstated warning sample.time.clock/words",
    ],
  },
  {
    name: "a member of an enum is deprecated",
    edit: { replace: [[clock, "Always ahead of time.", "Always ahead of time. Deprecated."]] },
    changes: ["enum-member-deprecated info sample.time.clockMood/hasty"],
    swapped: ["enum-member-no-longer-deprecated info sample.time.clockMood/hasty"],
  },
  {
    name: "a deprecated enum goes",
    before: {
      replace: [
        [
          clock,
          "### clockMood values\n\n|Member|Description|\n|:---|:---|\n|calm|No haste at all.|\n|hasty|Always ahead of time.|\n",
          "### clockMood values\n\n|Member|Description|\n|:---|:---|\n|calm|No haste at all. Deprecated.|\n|hasty|Always ahead of time. Deprecated.|\n",
        ],
      ],
    },
    edit: {
      replace: [
        [
          clock,
          "### clockMood values\n\n|Member|Description|\n|:---|:---|\n|calm|No haste at all. Deprecated.|\n|hasty|Always ahead of time. Deprecated.|\n",
          "",
        ],
        [clock, "|mood|clockMood|", "|mood|String|"],
      ],
    },
    changes: ["enum-removed breaking sample.time.clockMood", "property-type-widened breaking sample.time.clock/mood"],
    swapped: ["enum-added info sample.time.clockMood", "property-type-narrowed breaking sample.time.clock/mood"],
  },
  {
    name: "an enum is renamed",
    before: { replace: [[clock, "|calm|", "|bored|Would like to stop.|\n|calm|"]] },
    edit: {
      replace: [
        [clock, "### clockMood values", "### clockFeeling values"],
        [clock, "|mood|clockMood|", "|mood|clockFeeling|"],
        [clock, "|calm|", "|gentle|Between the two.|\n|calm|"],
      ],
    },
    changes: ["enum-member-added breaking sample.time.clockMood/gentle", "enum-renamed breaking sample.time.clockMood"],
    swapped: [
      "enum-member-removed breaking sample.time.clockFeeling/gentle",
      "enum-renamed breaking sample.time.clockFeeling",
    ],
  },
  {
    name: "an enum moves to another namespace",
    edit: { replace: [[clock, "### clockMood values", "### sample.look.clockMood values"]] },
    changes: ["enum-namespace-changed breaking sample.time.clockMood", "namespace-added info namespace sample.look"],
    swapped: [
      "enum-namespace-changed breaking sample.look.clockMood",
      "namespace-undocumented warning namespace sample.look",
    ],
  },
  {
    name: "one of two pages of an enum goes",
    before: {
      add: {
        "resources/clock-extra.md": resourcePage("clock", {
          rows: ["|label|String|Name of the clock on the wall.|"],
          json: `{ "label": "String" }`,
          after:
            "### clockMood values\n\n|Member|Description|\n|:---|:---|\n|calm|No haste at all.|\n|sullen|Does not speak.|\n",
        }),
      },
    },
    edit: { remove: ["resources/clock-extra.md"] },
    changes: ["enum-member-undocumented info sample.time.clockMood/sullen"],
    swapped: ["enum-member-added breaking sample.time.clockMood/sullen"],
  },
  {
    name: "type, member and operation are worded differently",
    edit: {
      replace: [
        [maker, "A maker.", "Someone who makes clocks."],
        [clock, "Always ahead of time.", "Too fast."],
        [list, "List clocks, that is all.", "Lists them all."],
      ],
    },
    changes: [
      "enum-member-description-changed info sample.time.clockMood/hasty",
      "operation-description-changed info GET /clocks",
      "type-description-changed info sample.time.maker",
    ],
    swapped: [
      "enum-member-description-changed info sample.time.clockMood/hasty",
      "operation-description-changed info GET /clocks",
      "type-description-changed info sample.time.maker",
    ],
  },
];
