export { WelcomeScreen as default } from "#app/screens/welcome/Screen.tsx";
