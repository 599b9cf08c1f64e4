/**
 * Makes sure a Chromium is there for the browser tests: the one in CHROMIUM_PATH, one on this machine, or Debian's package (needs root and apt).
 * Prints nothing when one is there. Playwright's own download is not used: it needs more of the internet than a package mirror.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const KNOWN = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

if (!KNOWN.some((path) => path !== undefined && path !== "" && existsSync(path))) {
  console.log("tieout: installing Debian's chromium for the browser tests");
  for (const args of [["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]]) {
    const ended = spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    if (ended.error !== undefined || ended.status !== 0) {
      console.error("tieout: chromium could not be installed. Install it by hand or set CHROMIUM_PATH to a Chromium or Chrome program.");
      process.exit(1);
    }
  }
}
