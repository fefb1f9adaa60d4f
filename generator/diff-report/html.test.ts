/** The HTML report in a real browser. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumFlags, chromiumPath, noChromium } from "../testing/chromium.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { htmlDiff } from "./html.ts";
import { loadHtmlTemplates } from "./html-templates.ts";
import { hostileReport, reportOf, sampleReport } from "./report.fixture.ts";
import type { DiffReport } from "./report.ts";

describe.skipIf(chromiumPath === undefined)(
  `the HTML report${chromiumPath === undefined ? ` (${noChromium})` : ""}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: [...chromiumFlags] });
    });
    afterAll(() => browser?.close());

    async function open(report: DiffReport, width = 1280): Promise<{ page: Page; said: string[] }> {
      const path = join(tempFolder(), "report.html");
      writeFileSync(path, htmlDiff(report, loadHtmlTemplates()));
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(String(error)));
      page.on("request", (request) => request.url().startsWith("file:") || said.push(request.url()));
      await page.goto(pathToFileURL(path).href);
      return { page, said };
    }

    const shown = (page: Page): Promise<string[]> =>
      page.locator("li:visible .facts span:first-child").allTextContents();

    it("shows every change, and finds one by level and by words", async () => {
      const { page, said } = await open(sampleReport);
      expect(await shown(page)).toEqual(["property-removed", "operation-added", "property-became-nullable"]);
      expect(await page.textContent("#shown")).toBe("3 of 3");
      await page.fill("#search", "clockStop  NEW");
      expect(await shown(page)).toEqual(["operation-added"]);
      await page.uncheck("input[value=info]");
      expect(await shown(page)).toEqual([]);
      expect(await page.isVisible("#none")).toBe(true);
      await page.fill("#search", "");
      expect(await shown(page)).toEqual(["property-removed", "property-became-nullable"]);
      expect(said).toEqual([]);
      await page.close();
    });

    it.each([360, 1280])("fits a width of %d, also with long names", async (width) => {
      const { page } = await open(hostileReport("x".repeat(500)), width);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      await page.close();
    });

    it("lets nothing of a page run, and its policy would not let it either", async () => {
      const { page, said } = await open(
        hostileReport('<img src="https://evil.example/x" onerror="alert(1)"><script>alert(1)</script>'),
      );
      expect(await page.locator("main img, main script").count()).toBe(0);
      await page.evaluate(
        `document.querySelector("main").innerHTML = '<img src="data:," onerror="window.ran = true">'`,
      );
      expect(await page.evaluate("window.ran")).toBeUndefined();
      expect(said.every((text) => text.includes("Content Security Policy"))).toBe(true);
      await page.close();
    });

    it("says so where nothing has changed", async () => {
      const { page } = await open(reportOf([]));
      expect(await page.textContent("main")).toContain("Nothing has changed.");
      await page.close();
    });
  },
);
