/** The options of the emitter that the settings and the project around the output folder lead to. */
import { hasTestRunner } from "./config/consumer-package.ts";
import { enumStyleFor } from "./config/consumer-tsconfig.ts";
import type { Settings } from "./config/settings.ts";
import type { EmitOptions } from "./emit/emit-model.ts";
import { toolVersion } from "./tool-version.ts";

export function emitOptions(settings: Settings): EmitOptions {
  const { enumStyle, golden, importExtension, nullability, pageUrl, docsVersion, templates, out } = settings;
  return {
    enumStyle: enumStyle ?? enumStyleFor(out.path),
    golden: golden ?? hasTestRunner(out.path),
    importExtension,
    nullability,
    toolVersion: toolVersion(),
    ...(pageUrl === null ? {} : { pageUrl }),
    ...(docsVersion === null ? {} : { docsVersion }),
    ...(templates === null ? {} : { templatesDir: templates.path }),
  };
}
