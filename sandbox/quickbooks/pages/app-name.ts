/** What people call the one app this simulator is made for; real consent pages show the name an app was registered with. */
export const APP_NAME = "Tieout";
