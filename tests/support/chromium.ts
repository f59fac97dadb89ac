/**
 * Finds a Chromium for the browser tests and screenshots, or gets one: an installed Chrome or Chromium first,
 * then Playwright's own download, then Debian's package where we may install it. Where there is the one without any
 * windows, that: it is the same engine, and takes a seventh less processor time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const debianPackage = 'chromium-headless-shell';

const installed = [
  `/usr/bin/${debianPackage}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * What Chromium leaves out. The last such switch counts, so Playwright's own (its reasons are in its chromiumSwitches)
 * are here, too; tests/architecture/chromium.test.ts looks whether all are.
 */
export const leftOut = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
  // A process for every window, made ready for an address bar that nobody sees: more work than loading our pages.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  // A process kept ready for a page that never comes.
  'SpareRendererForSitePerProcess',
];

/** Switches that keep a test browser quiet and away from the network; sandboxing needs rights that containers lack. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // As people's browsers do by themselves, and the one without windows doesn't: an app that hangs stops no other.
  '--site-per-process',
  `--disable-features=${leftOut.join(',')}`,
];

/** The path of an installed browser, or undefined. `CHROMIUM_PATH` outranks the usual places. */
export function findChromium(): string | undefined {
  const wished = process.env.CHROMIUM_PATH;
  const candidates = wished ? [wished, ...installed] : installed;
  return [...candidates, chromium.executablePath()].find((path) => existsSync(path));
}

function run(command: string, args: string[]): boolean {
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

/** Installs a browser if there is none. Throws with what to do when no way works. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chrome or Chromium found; fetching one for the browser tests.');
  run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  const fetched = findChromium();
  if (fetched) return fetched;
  const root = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (root && run('apt-get', ['update']) && run('apt-get', ['install', '-y', debianPackage])) {
    const packaged = findChromium();
    if (packaged) return packaged;
  }
  throw new Error(
    'The browser tests need Chrome or Chromium. Install one, or set CHROMIUM_PATH to its program file.',
  );
}

if (process.argv[1] === import.meta.filename) {
  const path = ensureChromium();
  console.log(
    `Browser for the tests: ${path} (${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()})`,
  );
}
