// MAASClient
