import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { sdkPage } from './tests/browser/contracts/sdkPage.ts';
import { chromiumArguments, findChromium } from './tests/support/chromium.ts';

const executablePath = findChromium();

/** No test may depend on how busy the machine is: only what hangs is given up. Milliseconds. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

/**
 * Files at a time, of all projects together: stories with two people wait more than they work, so they run beside what
 * works. The same for each project, or they would run one after the other.
 */
const atOnce = { maxWorkers: Math.max(2, availableParallelism()) };

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/countReporter.ts'],
    projects: [
      {
        test: {
          name: 'node',
          ...patience,
          ...atOnce,
          // No file leaves anything in its process that another one could stumble over, and starting a process and
          // reading every module anew for each costs as much as all tests.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/journeys/**'],
        },
      },
      {
        // What the DOM alone can tell: storage, focus, drag, views.
        plugins: [sdkPage],
        test: {
          name: 'browser',
          ...patience,
          ...atOnce,
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: chromiumArguments, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // Two people in two browser contexts on a real server: whole stories, told from the outside.
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/setup/build.ts'],
          setupFiles: ['tests/journeys/setup/whatTheySaw.ts'],
          ...patience,
          ...atOnce,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          // The stories of one process are told in one browser; see setup/browser.ts.
          isolate: false,
        },
      },
    ],
  },
});
