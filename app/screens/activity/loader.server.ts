/** One page of the shop's runs. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { activityView } from "./activity-view.server.ts";
import type { ActivityView } from "./view.ts";

export async function loadActivity({ request }: LoaderFunctionArgs): Promise<ActivityView> {
  const desk = await openDesk(request);
  return activityView(await desk.runs(new URL(request.url).searchParams.get("page")), formatFor(desk.shop));
}
