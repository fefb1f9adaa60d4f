/** Pairs of versions about operations, answers and permissions. */
import { basePages, operationPage } from "./pages.fixture.ts";
import type { PagePair } from "./pairs.fixture.ts";

const get = "api/clock-get.md";
const list = "api/clock-list.md";
const wind = "api/clock-wind.md";
const chimes = "api/clock-chimes.md";
const post = "api/clock-post-clocks.md";
const removal = "api/clock-delete.md";
const update = "api/maker-update.md";

export const operationPairs: readonly PagePair[] = [
  {
    name: "an operation is added",
    edit: {
      add: {
        "api/clock-stop.md": operationPage("clock: stop", {
          requests: ["POST /clocks/{clock-id}/stop"],
          result: "If successful, this method returns a `204 No Content` response code.",
        }),
      },
    },
    changes: ["operation-added info POST /clocks/{clockId}/stop"],
    swapped: ["operation-undocumented warning POST /clocks/{clockId}/stop"],
  },
  {
    name: "the page of an operation is lost",
    edit: { remove: [removal] },
    changes: ["operation-undocumented warning DELETE /clocks/{clockId}"],
    swapped: ["operation-added info DELETE /clocks/{clockId}"],
  },
  {
    name: "a deprecated operation goes with its page",
    before: {
      replace: [[removal, "Delete clock, that is all.", "> [!CAUTION]\n> This API is deprecated and will be removed."]],
    },
    edit: { remove: [removal] },
    changes: ["operation-removed breaking DELETE /clocks/{clockId}"],
    swapped: ["operation-added info DELETE /clocks/{clockId}"],
  },
  {
    name: "a page loses one of its two methods",
    before: {
      replace: [
        [wind, "POST /clocks/{clock-id}/wind", "POST /clocks/{clock-id}/wind\nDELETE /clocks/{clock-id}/spring"],
      ],
    },
    edit: { replace: [[wind, "\nDELETE /clocks/{clock-id}/spring", ""]] },
    changes: ["operation-removed breaking DELETE /clocks/{clockId}/spring"],
    swapped: ["operation-added info DELETE /clocks/{clockId}/spring"],
  },
  {
    name: "an operation gets another method",
    edit: { replace: [[update, "PATCH /makers", "PUT /makers"]] },
    changes: ["operation-method-changed breaking PATCH /makers/{makerId}"],
    swapped: ["operation-method-changed breaking PUT /makers/{makerId}"],
  },
  {
    name: "an operation gets another path",
    edit: { replace: [[list, "GET /me/clocks", "GET /me/clocks\nGET /users/{user-id}/clocks"]] },
    changes: ["path-added info GET /users/{userId}/clocks"],
    swapped: ["path-removed warning GET /users/{userId}/clocks"],
  },
  {
    name: "an operation is reached by another path",
    edit: { replace: [[wind, "/clocks/{clock-id}/wind", "/timepieces/{clock-id}/wind"]] },
    changes: ["path-renamed breaking POST /timepieces/{clockId}/wind"],
    swapped: ["path-renamed breaking POST /clocks/{clockId}/wind"],
  },
  {
    name: "a path is written in full",
    edit: { replace: [[wind, "/clocks/{clock-id}/wind", "/houses/{house-id}/clocks/{clock-id}/wind"]] },
    changes: ["path-renamed warning POST /houses/{houseId}/clocks/{clockId}/wind"],
    swapped: ["path-renamed breaking POST /clocks/{clockId}/wind"],
  },
  {
    name: "the service moves",
    before: {
      replace: [
        [get, "## Response", "## Example\n\n```http\nGET https://old.example.com/v1.0/clocks/1\n```\n\n## Response"],
      ],
    },
    edit: { replace: [[get, "https://old.example.com/v1.0/clocks", "https://new.example.com/v1.0/clocks"]] },
    changes: ["base-url-changed breaking API#baseUrl"],
    swapped: ["base-url-changed breaking API#baseUrl"],
  },
  {
    name: "a result is of another type",
    edit: { replace: [[chimes, "a [face](../resources/face.md) object", "a [maker](../resources/maker.md) object"]] },
    changes: ["result-type-changed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
    swapped: ["result-type-changed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
  },
  {
    name: "a result becomes a list",
    edit: {
      replace: [
        [chimes, "a [face](../resources/face.md) object", "a collection of [face](../resources/face.md) objects"],
      ],
    },
    changes: ["result-wrapping-changed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
    swapped: ["result-wrapping-changed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
  },
  {
    name: "an operation gives something back",
    edit: {
      replace: [
        [
          wind,
          "returns a `204 No Content` response code.",
          "returns a `200 OK` response code and a [clock](../resources/clock.md) object in the response body.",
        ],
      ],
    },
    changes: [
      "result-added info POST /clocks/{clockId}/wind#result",
      "status-changed warning POST /clocks/{clockId}/wind#status",
    ],
    swapped: [
      "result-content-changed breaking POST /clocks/{clockId}/wind#result",
      "status-changed warning POST /clocks/{clockId}/wind#status",
    ],
  },
  {
    name: "an operation answers with another status",
    edit: { replace: [[post, "201 Created", "200 OK"]] },
    changes: ["status-changed warning POST /clocks#status"],
    swapped: ["status-changed warning POST /clocks#status"],
  },
  {
    name: "there is a new least privilege",
    edit: { replace: [[list, "Clock.Read, Clock.ReadWrite", "Clock.ReadBasic, Clock.Read, Clock.ReadWrite"]] },
    changes: ["permission-least-changed info GET /clocks#permissions/delegatedWork"],
    swapped: ["permission-withdrawn breaking GET /clocks#permissions/delegatedWork"],
  },
  {
    name: "a permission is withdrawn",
    edit: { replace: [[list, "Clock.Read, Clock.ReadWrite", "Clock.ReadWrite"]] },
    changes: ["permission-withdrawn breaking GET /clocks#permissions/delegatedWork"],
    swapped: ["permission-least-changed info GET /clocks#permissions/delegatedWork"],
  },
  {
    name: "a scheme is supported",
    edit: { replace: [[list, "Not supported.", "Clock.Read"]] },
    changes: ["permission-scheme-supported info GET /clocks#permissions/delegatedPersonal"],
    swapped: ["permission-scheme-unsupported breaking GET /clocks#permissions/delegatedPersonal"],
  },
  {
    name: "an operation is deprecated",
    edit: {
      replace: [[chimes, "clock: chimes, that is all.", "> [!CAUTION]\n> This API is deprecated and will be removed."]],
    },
    changes: ["operation-deprecated info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')"],
    swapped: ["operation-no-longer-deprecated info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')"],
  },
  {
    name: "a page moves, and the operation stays",
    edit: { add: { "api/timepieces-list.md": basePages[list] ?? "" }, remove: [list] },
    changes: [],
    swapped: [],
  },
  {
    name: "a result is of a derived type",
    before: { replace: [[chimes, "a [face](../resources/face.md) object", "a [clock](../resources/clock.md) object"]] },
    edit: {
      replace: [[chimes, "a [clock](../resources/clock.md) object", "a [device](../resources/device.md) object"]],
    },
    changes: ["result-type-changed breaking GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
    swapped: ["result-narrowed info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
  },
  {
    name: "the type of a result is stated",
    before: { replace: [[chimes, "a [face](../resources/face.md) object", "a JSON object"]] },
    edit: { replace: [[chimes, "a JSON object", "a [face](../resources/face.md) object"]] },
    changes: ["result-stated info GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
    swapped: ["result-unstated warning GET /clocks/{clockId}/chimes(from='{from}',to='{to}')#result"],
  },
  {
    name: "an operation answers with a further status",
    edit: {
      replace: [
        [post, "returns a `201 Created` response code", "returns a `201 Created` or a `202 Accepted` response code"],
      ],
    },
    changes: ["status-added warning POST /clocks#status"],
    swapped: ["status-removed info POST /clocks#status"],
  },
  {
    name: "a further permission is enough",
    edit: { replace: [[list, "Clock.Read, Clock.ReadWrite", "Clock.Read, Clock.ReadWrite, Clock.Own"]] },
    changes: ["permission-added info GET /clocks#permissions/delegatedWork"],
    swapped: ["permission-withdrawn breaking GET /clocks#permissions/delegatedWork"],
  },
  {
    name: "an example is added",
    edit: {
      add: {
        [get]: `${basePages[get]}\n## Example\n\n\`\`\`http\nGET https://api.example.com/v1.0/clocks/1\n\`\`\`\n`,
      },
    },
    changes: ["examples-changed info GET /clocks/{clockId}#examples"],
    swapped: ["examples-changed info GET /clocks/{clockId}#examples"],
  },
  {
    name: "a query option needs a header",
    before: {
      replace: [
        [
          list,
          "## Response",
          "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Level|eventual. Optional.|\n\n## Response",
        ],
      ],
    },
    edit: {
      replace: [
        [
          list,
          "## Response",
          "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Level|eventual. This header is required when using `$filter`. Optional.|\n\n## Response",
        ],
      ],
    },
    changes: ["option-requirement-added breaking GET /clocks?$filter level"],
    swapped: ["option-requirement-removed info GET /clocks?$filter level"],
  },
  {
    name: "an operation gives less without selection",
    before: {
      replace: [
        [
          get,
          "Get clock, that is all.",
          "By default, only a limited set of properties are returned (**id**, **label**, and **hands**).",
        ],
      ],
    },
    edit: { replace: [[get, "(**id**, **label**, and **hands**)", "(**id** and **label**)"]] },
    changes: ["default-set-shrunk breaking GET /clocks/{clockId}#default"],
    swapped: ["default-set-grown info GET /clocks/{clockId}#default"],
  },
];
