/** Pairs of versions about what a request carries. */
import { operationPage } from "./pages.fixture.ts";
import type { PagePair } from "./pairs.fixture.ts";

const list = "api/clock-list.md";
const wind = "api/clock-wind.md";
const chimes = "api/clock-chimes.md";
const post = "api/clock-post-clocks.md";

export const requestPairs: readonly PagePair[] = [
  {
    name: "a header goes",
    before: { replace: [[wind, "|If-Match|", "|Prefer|How to answer. Optional.|\n|If-Match|"]] },
    edit: { replace: [[wind, "|Prefer|How to answer. Optional.|\n", ""]] },
    changes: ["header-removed warning POST /clocks/{clockId}/wind#header/prefer"],
    swapped: ["header-added info POST /clocks/{clockId}/wind#header/prefer"],
  },
  {
    name: "a parameter is added",
    edit: { replace: [[chimes, "|loudness|", "|speed|Int32|How fast at least. Optional.|\n|loudness|"]] },
    changes: ["parameter-added info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?speed"],
    swapped: ["parameter-removed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?speed"],
  },
  {
    name: "a required parameter is added",
    edit: { replace: [[chimes, "|loudness|", "|speed|Int32|How fast at least. Required.|\n|loudness|"]] },
    changes: ["parameter-added-required breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?speed"],
    swapped: ["parameter-removed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?speed"],
  },
  {
    name: "a parameter is renamed",
    edit: { replace: [[chimes, "|loudness|", "|volume|"]] },
    changes: ["parameter-renamed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?loudness"],
    swapped: ["parameter-renamed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?volume"],
  },
  {
    name: "a parameter gets another type",
    edit: { replace: [[chimes, "|loudness|Int32|", "|loudness|String|"]] },
    changes: ["parameter-type-changed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?loudness"],
    swapped: ["parameter-type-changed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?loudness"],
  },
  {
    name: "a parameter becomes required",
    edit: { replace: [[chimes, "How loud at least. Optional.", "How loud at least. Required."]] },
    changes: ["parameter-became-required breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?loudness"],
    swapped: ["parameter-became-optional info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?loudness"],
  },
  {
    name: "a header is added",
    edit: { replace: [[wind, "|If-Match|", "|Prefer|How to answer. Optional.|\n|If-Match|"]] },
    changes: ["header-added info POST /clocks/{clockId}/wind#header/prefer"],
    swapped: ["header-removed warning POST /clocks/{clockId}/wind#header/prefer"],
  },
  {
    name: "a header becomes required",
    edit: { replace: [[wind, "The version that is meant. Optional.", "The version that is meant. Required."]] },
    changes: ["header-became-required breaking POST /clocks/{clockId}/wind#header/if-match"],
    swapped: ["header-became-optional info POST /clocks/{clockId}/wind#header/if-match"],
  },
  {
    name: "a query option is withdrawn",
    edit: { replace: [[list, "`$top` and `$filter`", "`$top`"]] },
    changes: ["query-option-removed breaking GET /clocks?$filter"],
    swapped: ["query-option-added info GET /clocks?$filter"],
  },
  {
    name: "a body is of another type",
    edit: {
      replace: [
        [
          post,
          "JSON representation of the [clock](../resources/clock.md) object",
          "JSON representation of the [maker](../resources/maker.md) object",
        ],
      ],
    },
    changes: ["body-type-changed breaking POST /clocks#body"],
    swapped: ["body-type-changed breaking POST /clocks#body"],
  },
  {
    name: "a body gets an optional member",
    edit: { replace: [[wind, "|reason|", "|slowly|Boolean|Whether to take time. Optional.|\n|reason|"]] },
    changes: ["body-member-added info POST /clocks/{clockId}/wind#body/slowly"],
    swapped: ["body-member-removed breaking POST /clocks/{clockId}/wind#body/slowly"],
  },
  {
    name: "a body loses a member",
    edit: { replace: [[wind, "|reason|String|Why it has to be wound. Optional.|", ""]] },
    changes: ["body-member-removed breaking POST /clocks/{clockId}/wind#body/reason"],
    swapped: ["body-member-added info POST /clocks/{clockId}/wind#body/reason"],
  },
  {
    name: "a member of a body gets another type",
    edit: { replace: [[wind, "|turns|Int32|", "|turns|String|"]] },
    changes: ["body-member-type-changed breaking POST /clocks/{clockId}/wind#body/turns"],
    swapped: ["body-member-type-changed breaking POST /clocks/{clockId}/wind#body/turns"],
  },
  {
    name: "a member of a body becomes required",
    edit: { replace: [[wind, "Why it has to be wound. Optional.", "Why it has to be wound. Required."]] },
    changes: ["body-member-became-required breaking POST /clocks/{clockId}/wind#body/reason"],
    swapped: ["body-member-became-optional info POST /clocks/{clockId}/wind#body/reason"],
  },
  {
    name: "a parameter gets a list of values",
    before: { replace: [[chimes, "|loudness|Int32|", "|loudness|String|"]] },
    edit: {
      replace: [
        [
          chimes,
          "|loudness|String|How loud at least.",
          "|loudness|String|How loud at least. Possible values are: `low`, `high`.",
        ],
      ],
    },
    changes: ["parameter-type-widened info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?loudness"],
    swapped: ["parameter-type-widened info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')?loudness"],
  },
  {
    name: "a required header is added",
    edit: { replace: [[wind, "|If-Match|", "|X-Key|Who is there. Required.|\n|If-Match|"]] },
    changes: ["header-added-required breaking POST /clocks/{clockId}/wind#header/x-key"],
    swapped: ["header-removed warning POST /clocks/{clockId}/wind#header/x-key"],
  },
  {
    name: "an operation takes a body",
    before: {
      add: {
        "api/clock-stop.md": operationPage("clock: stop", {
          requests: ["POST /clocks/{clock-id}/stop"],
          sections: "## Request body\n\nDo not supply a request body for this method.",
          result: "If successful, this method returns a `204 No Content` response code.",
        }),
      },
    },
    edit: {
      add: {
        "api/clock-stop.md": operationPage("clock: stop", {
          requests: ["POST /clocks/{clock-id}/stop"],
          sections:
            "## Request body\n\nIn the request body, provide a JSON object with the following parameters.\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|gently|Boolean|Without noise. Optional.|",
          result: "If successful, this method returns a `204 No Content` response code.",
        }),
      },
    },
    changes: ["body-added warning POST /clocks/{clockId}/stop#body"],
    swapped: ["body-removed warning POST /clocks/{clockId}/stop#body"],
  },
  {
    name: "a body is of another media type",
    before: {
      add: {
        "api/clock-put-photo.md": operationPage("Update photo", {
          requests: ["PUT /clocks/{clock-id}/photo/$value"],
          sections:
            "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Content-Type|image/jpeg. Required.|\n\n## Request body\n\nIn the request body, include the binary data of the photo.",
          result: "If successful, this method returns a `204 No Content` response code.",
        }),
      },
    },
    edit: {
      add: {
        "api/clock-put-photo.md": operationPage("Update photo", {
          requests: ["PUT /clocks/{clock-id}/photo/$value"],
          sections:
            "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Content-Type|image/png. Required.|\n\n## Request body\n\nIn the request body, include the binary data of the photo.",
          result: "If successful, this method returns a `204 No Content` response code.",
        }),
      },
    },
    changes: ["body-media-type-changed breaking PUT /clocks/{clockId}/photo/$value#body"],
    swapped: ["body-media-type-changed breaking PUT /clocks/{clockId}/photo/$value#body"],
  },
  {
    name: "a body may be of a base type",
    edit: {
      replace: [
        [
          post,
          "JSON representation of the [clock](../resources/clock.md) object",
          "JSON representation of the [device](../resources/device.md) object",
        ],
      ],
    },
    changes: ["body-type-widened info POST /clocks#body"],
    swapped: ["body-type-changed breaking POST /clocks#body"],
  },
  {
    name: "a body gets a required member",
    edit: { replace: [[wind, "|reason|", "|slowly|Boolean|Whether to take time. Required.|\n|reason|"]] },
    changes: ["body-member-added-required breaking POST /clocks/{clockId}/wind#body/slowly"],
    swapped: ["body-member-removed breaking POST /clocks/{clockId}/wind#body/slowly"],
  },
  {
    name: "a member of a body is renamed",
    edit: { replace: [[wind, "|reason|", "|cause|"]] },
    changes: ["body-member-renamed breaking POST /clocks/{clockId}/wind#body/reason"],
    swapped: ["body-member-renamed breaking POST /clocks/{clockId}/wind#body/cause"],
  },
  {
    name: "a member of a body gets a list of values",
    edit: {
      replace: [[wind, "Why it has to be wound.", "Why it has to be wound. Possible values are: `stopped`, `slow`."]],
    },
    changes: ["body-member-type-widened info POST /clocks/{clockId}/wind#body/reason"],
    swapped: ["body-member-type-widened info POST /clocks/{clockId}/wind#body/reason"],
  },
];
