/** Where Intuit's services are: its own origins, or the ones that configuration puts in their place. It never reads the environment itself. */
import OAuthClient from "intuit-oauth";

export type IntuitEnvironment = "sandbox" | "production";

/** `null` origins mean Intuit's own. Set, they are origins without path: `http://127.0.0.1:4002`. */
export type IntuitOrigins = { environment: IntuitEnvironment; apiOrigin: string | null; oauthOrigin: string | null };

const API_ORIGINS: Record<IntuitEnvironment, string> = {
  sandbox: "https://sandbox-quickbooks.api.intuit.com",
  production: "https://quickbooks.api.intuit.com",
};

/** Intuit's own OAuth endpoints (05 §3); under a configured origin the paths stay the same. */
const OAUTH_ENDPOINTS = {
  authorize: "https://appcenter.intuit.com/connect/oauth2",
  token: "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
  revoke: "https://developer.api.intuit.com/v2/oauth2/tokens/revoke",
  userInfo: "https://accounts.platform.intuit.com/v1/openid_connect/userinfo",
  userInfoSandbox: "https://sandbox-accounts.platform.intuit.com/v1/openid_connect/userinfo",
} as const;

export const apiOriginOf = ({ environment, apiOrigin }: Pick<IntuitOrigins, "environment" | "apiOrigin">): string =>
  apiOrigin?.replace(/\/+$/, "") ?? API_ORIGINS[environment];

/** Sets the endpoints of intuit-oauth. They are statics of its class, so this holds for the whole process: call it once, at start. */
export function configureIntuitEndpoints(origins: IntuitOrigins): void {
  const { environment, oauthOrigin } = origins;
  const at = (url: string): string => (oauthOrigin === null ? url : new URL(new URL(url).pathname, oauthOrigin).toString());
  new OAuthClient({ clientId: "", clientSecret: "", environment, redirectUri: "" }).setAuthorizeURLs({
    authorizeEndpoint: at(OAUTH_ENDPOINTS.authorize),
    tokenEndpoint: at(OAUTH_ENDPOINTS.token),
    revokeEndpoint: at(OAUTH_ENDPOINTS.revoke),
    userInfoEndpoint: at(environment === "sandbox" ? OAUTH_ENDPOINTS.userInfoSandbox : OAUTH_ENDPOINTS.userInfo),
  });
}
