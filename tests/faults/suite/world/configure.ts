/** The merchant's settings and rules, saved as the screens save them. */
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import type { SuiteConfig } from "../oracle/story.ts";
import { rulesOf } from "./config.ts";
import type { Member, World } from "./world.ts";

export async function configure({ time, log }: World, member: Member, config: SuiteConfig): Promise<void> {
  const { tenant, story } = member;
  member.configurations += 1;
  const depositAccounts = { paypal: config.paypalAccount };
  const { mode, statuses } = config;
  await tenant.configuration.saveSettings({ ...DEFAULT_SETTINGS, mode, statuses: [...statuses], options: { ...DEFAULT_SETTINGS.options, depositAccounts } }, time.now());
  await tenant.configuration.publishRules(rulesOf(config), time.now());
  story.config = config;
  log.add(`configure ${tenant.name}`, config);
}
