/** Ends the connection: access is revoked and the tokens are erased; documents stay. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";
import { openDesk } from "../open-desk.server.ts";
import type { DisconnectAnswer } from "./view.ts";

export async function disconnect({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  try {
    const { confirmed } = await desk.disconnect();
    return answer({ kind: "disconnected", confirmed });
  } catch (error) {
    services().log.error({ err: error, shop: desk.shop.domain }, "the connection could not be ended");
    return answer({ kind: "failed" }, 500);
  }
}

const answer = (value: DisconnectAnswer, status = 200) => data(value, { status });
