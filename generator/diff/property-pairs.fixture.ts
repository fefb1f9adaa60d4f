/** Pairs of versions about properties. */
import { resourcePage } from "./pages.fixture.ts";
import type { PagePair } from "./pairs.fixture.ts";

const clock = "resources/clock.md";
const maker = "resources/maker.md";
const device = "resources/device.md";

export const propertyPairs: readonly PagePair[] = [
  {
    name: "a property is added",
    edit: {
      replace: [
        [clock, "|words|", "|colour|String|What colour it has.|\n|words|"],
        [clock, '"words"', '"colour": "String",\n  "words"'],
      ],
    },
    changes: ["property-added info sample.time.clock/colour"],
    swapped: ["property-removed breaking sample.time.clock/colour"],
  },
  {
    name: "a required property is added",
    edit: {
      replace: [
        [maker, "|founded|", "|name|String|Name of the firm. Required.|\n|founded|"],
        [maker, '"founded"', '"name": "String", "founded"'],
      ],
    },
    changes: ["property-added-required breaking sample.time.maker/name"],
    swapped: ["property-removed breaking sample.time.maker/name"],
  },
  {
    name: "a property is removed from table and representation",
    edit: {
      replace: [
        [clock, "|hands|Int32|Number of hands that it has.|\n", ""],
        [clock, '  "hands": 1024,\n', ""],
      ],
    },
    changes: ["property-removed breaking sample.time.clock/hands"],
    swapped: ["property-added info sample.time.clock/hands"],
  },
  {
    name: "a property leaves the table, and stays in the representation",
    edit: { replace: [[clock, "|hands|Int32|Number of hands that it has.|\n", ""]] },
    changes: [],
    swapped: [],
  },
  {
    name: "a property that no representation showed leaves the table",
    before: { replace: [[clock, '  "hands": 1024,\n', ""]] },
    edit: { replace: [[clock, "|hands|Int32|Number of hands that it has.|\n", ""]] },
    changes: ["property-undocumented info sample.time.clock/hands"],
    swapped: ["property-added info sample.time.clock/hands"],
  },
  {
    name: "one of two pages of a type goes",
    before: {
      add: {
        "resources/clock-extra.md": resourcePage("clock", {
          rows: ["|pendulum|String|What swings.|"],
          json: `{ "pendulum": "String" }`,
        }),
      },
    },
    edit: { remove: ["resources/clock-extra.md"] },
    changes: ["property-undocumented info sample.time.clock/pendulum"],
    swapped: ["property-added info sample.time.clock/pendulum"],
  },
  {
    name: "a property is renamed",
    edit: {
      replace: [
        [clock, "|label|", "|title|"],
        [clock, '"label"', '"title"'],
      ],
    },
    changes: ["property-renamed breaking sample.time.clock/label"],
    swapped: ["property-renamed breaking sample.time.clock/title"],
  },
  {
    name: "a property changes its letter case",
    edit: {
      replace: [
        [clock, "|hands|", "|Hands|"],
        [clock, '"hands"', '"Hands"'],
      ],
    },
    changes: ["property-renamed warning sample.time.clock/hands"],
    swapped: ["property-renamed warning sample.time.clock/Hands"],
  },
  {
    name: "a property gets another type",
    edit: { replace: [[clock, "|hands|Int32|", "|hands|Boolean|"]] },
    changes: ["property-type-changed breaking sample.time.clock/hands"],
    swapped: ["property-type-changed breaking sample.time.clock/hands"],
  },
  {
    name: "a property gets a narrower type, in responses and requests",
    before: {
      add: {
        "resources/dial.md": resourcePage("dial", {
          annotation: `, "baseType": "sample.time.face"`,
          rows: ["|numerals|String|How they look.|"],
          json: `{ "numerals": "String" }`,
        }),
      },
    },
    edit: {
      add: {
        "resources/dial.md": resourcePage("dial", {
          annotation: `, "baseType": "sample.time.face"`,
          rows: ["|numerals|String|How they look.|"],
          json: `{ "numerals": "String" }`,
        }),
      },
      replace: [
        [clock, "[face](face.md)", "[dial](dial.md)"],
        [clock, '"@odata.type": "sample.time.face"', '"@odata.type": "sample.time.dial"'],
      ],
    },
    changes: ["property-type-narrowed breaking sample.time.clock/face"],
    swapped: ["property-type-widened breaking sample.time.clock/face"],
  },
  {
    name: "an open list of values gets another value",
    before: { replace: [[clock, "Any words about it.", "Any words about it. Possible values are: `a`, `b`."]] },
    edit: { replace: [[clock, "Possible values are: `a`, `b`.", "Possible values are: `a`, `b`, `c`."]] },
    changes: ["property-values-changed info sample.time.clock/words"],
    swapped: ["property-values-changed info sample.time.clock/words"],
  },
  {
    name: "a property becomes a collection",
    edit: {
      replace: [
        [clock, "|label|String|", "|label|String collection|"],
        [clock, '"label": "String"', '"label": ["String"]'],
      ],
    },
    changes: ["property-became-collection breaking sample.time.clock/label"],
    swapped: ["property-no-longer-collection breaking sample.time.clock/label"],
  },
  {
    name: "a property becomes nullable",
    edit: { replace: [[clock, "Number of hands that it has.", "Number of hands that it has. Nullable."]] },
    changes: ["property-became-nullable warning sample.time.clock/hands"],
    swapped: ["property-no-longer-nullable warning sample.time.clock/hands"],
  },
  {
    name: "a property is said not to be null, then to be",
    before: { replace: [[clock, "Number of hands that it has.", "Number of hands that it has. Not nullable."]] },
    edit: { replace: [[clock, "Not nullable.", "Nullable."]] },
    changes: ["property-became-nullable breaking sample.time.clock/hands"],
    swapped: ["property-no-longer-nullable breaking sample.time.clock/hands"],
  },
  {
    name: "a property becomes read-only",
    edit: { replace: [[clock, "Number of hands that it has.", "Number of hands that it has. Read-only."]] },
    changes: ["property-became-read-only warning sample.time.clock/hands"],
    swapped: ["property-no-longer-read-only info sample.time.clock/hands"],
  },
  {
    name: "a property becomes required",
    edit: { replace: [[clock, "Number of hands that it has.", "Number of hands that it has. Required."]] },
    changes: ["property-became-required breaking sample.time.clock/hands"],
    swapped: ["property-no-longer-required info sample.time.clock/hands"],
  },
  {
    name: "a property leaves the default set",
    edit: { replace: [[clock, "Returned by default.", "Returned only on `$select`."]] },
    changes: ["property-returned-on-select breaking sample.time.clock/note"],
    swapped: ["property-returned-by-default info sample.time.clock/note"],
  },
  {
    name: "a property can no longer be sorted by",
    edit: { replace: [[clock, " and `$orderby`", ""]] },
    changes: ["property-query-removed breaking sample.time.clock/weight"],
    swapped: ["property-query-added info sample.time.clock/weight"],
  },
  {
    name: "a property can be filtered by another operator",
    edit: { replace: [[clock, "(`eq`, `ge`)", "(`eq`, `ge`, `le`)"]] },
    changes: ["property-query-added info sample.time.clock/weight"],
    swapped: ["property-query-removed breaking sample.time.clock/weight"],
  },
  {
    name: "a relationship becomes a property",
    edit: {
      replace: [
        [clock, "|maker|[maker](maker.md)|Who made the clock.|", ""],
        [clock, "|note|", "|maker|[maker](maker.md)|Who made the clock.|\n|note|"],
      ],
    },
    changes: ["property-no-longer-relationship breaking sample.time.clock/maker"],
    swapped: ["property-became-relationship breaking sample.time.clock/maker"],
  },
  {
    name: "a property moves to the base type",
    edit: {
      replace: [
        [clock, "|hands|Int32|Number of hands that it has.|\n", ""],
        [clock, '  "hands": 1024,\n', ""],
        [device, "|serial|", "|hands|Int32|Number of hands that it has.|\n|serial|"],
        [device, '"serial"', '"hands": 1024, "serial"'],
      ],
    },
    changes: ["property-added info sample.time.device/hands"],
    swapped: ["property-removed breaking sample.time.device/hands"],
  },
  {
    name: "a property is deprecated",
    edit: { replace: [[clock, "Number of hands that it has.", "Number of hands that it has. Deprecated."]] },
    changes: ["property-deprecated info sample.time.clock/hands"],
    swapped: ["property-no-longer-deprecated info sample.time.clock/hands"],
  },
  {
    name: "a description is worded differently",
    edit: { replace: [[clock, "Number of hands that it has.", "How many hands there are."]] },
    changes: ["property-description-changed info sample.time.clock/hands"],
    swapped: ["property-description-changed info sample.time.clock/hands"],
  },
];
