// MAASConformance
