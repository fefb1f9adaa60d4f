import { expect, it } from "vitest";
import { tokensFrom } from "./reading.fixture.ts";
import { isWordedRequired } from "./required-wording.ts";

it.each([
  ["Required.", true],
  ["Required", true],
  ["**Required**. The name of the lamp.", true],
  ["Required. `true` if the lamp is on.", true],
  ["Required: the name of the lamp.", true],
  ["(Required) The name.", true],
  ["The name (required).", true],
  ["The name - required.", true],
  ["The name of the lamp. Required.", true],
  ["The name. Required. Read-only.", true],
  ["Key, required, not nullable.", true],
  ["The name.<br>Required.", true],
  ["Required on create.", true],
  ["Required when creating a lamp.", true],
  ["This property is required when a lamp is created.", true],
  ["This property is required when a desk lamp is created and cannot be cleared.", true],
  ["Must be specified when a lamp is created.", true],
  ["A password is required. Required.", true],
  ["Not required.", false],
  ["This property is not required when creating a lamp.", false],
  ["Required if the lamp is on.", false],
  ["Required when **mode** is `dim`.", false],
  ["Required only for desk lamps.", false],
  ["Required for lamps of the office.", false],
  ["Required permission of the caller.", false],
  ["Required install intent.", false],
  ["The required number of lamps.", false],
  ["Whether a switch is required.", false],
  ["Minutes of darkness before a lamp is required.", false],
  ["The number of characters required in the name.", false],
  ["Possible values are: `optional`, `required`.", false],
  ["Can be set to none, optional, or required.", false],
  ["If the mode is dim, this is required.", false],
  ["required-ness of the lamp", false],
  ["", false],
])("%s %s", (cell, expected) => {
  expect(isWordedRequired(tokensFrom(cell))).toBe(expected);
});
