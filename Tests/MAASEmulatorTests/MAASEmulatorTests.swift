// MAASEmulator
