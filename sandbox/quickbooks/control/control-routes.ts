/** The simulator's own door under `/_sandbox/`, for launchers in other processes. Must never be reachable with an app's token. */
import { z } from "zod";
import { emptyReply, jsonReply } from "../../http/replies.ts";
import type { HttpReply, HttpRequest } from "../../http/server.ts";
import { QuickBooksFault } from "../wire/fault.ts";
import type { QuickBooksControl } from "./control.ts";

const consentSchema = z.strictObject({ authorizeUrl: z.url(), realmId: z.string() });

/**
 * POST companies · POST consent · PATCH oauth · and below companies/{realm}: GET trial-balance, GET/DELETE requests,
 * PUT faults, PATCH switches, POST bookkeeper, GET documents/{entity}.
 */
export function answerControl(request: HttpRequest, control: QuickBooksControl): HttpReply {
  try {
    return route(request, control);
  } catch (error) {
    if (error instanceof QuickBooksFault) return jsonReply(error.status, { code: error.code, message: error.message, detail: error.detail });
    if (error instanceof Error) return jsonReply(400, { message: error.message });
    throw error;
  }
}

function route(request: HttpRequest, control: QuickBooksControl): HttpReply {
  const [, , first, realmId = "", part, name = ""] = request.url.pathname.split("/");
  const body = (): unknown => JSON.parse(request.body);
  const action = `${request.method} ${[first, ...(part === undefined ? [] : [part])].join("/")}`;
  switch (action) {
    case "POST companies":
      return jsonReply(201, { realmId: control.createCompany(body()) });
    case "GET companies":
      return jsonReply(200, control.companies());
    case "POST consent": {
      const { authorizeUrl, realmId: consenting } = consentSchema.parse(body());
      return jsonReply(200, { callbackUrl: control.consent(authorizeUrl, consenting) });
    }
    case "PATCH oauth":
      control.setOAuthSwitches(body());
      return emptyReply(204);
    case "GET companies/trial-balance":
      return jsonReply(200, control.trialBalance(realmId));
    case "GET companies/requests":
      return jsonReply(200, control.requests(realmId));
    case "DELETE companies/requests":
      control.resetLog(realmId);
      return emptyReply(204);
    case "PUT companies/faults":
      control.setFaults(realmId, body());
      return emptyReply(204);
    case "PATCH companies/switches":
      control.setSwitches(realmId, body());
      return emptyReply(204);
    case "POST companies/bookkeeper":
      return jsonReply(200, control.bookkeeper(realmId, body()));
    case "GET companies/documents":
      return jsonReply(200, control.documents(realmId, name));
    default:
      return jsonReply(404, { message: `nothing at ${action}` });
  }
}
