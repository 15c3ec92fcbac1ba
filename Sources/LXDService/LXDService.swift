// LXDService
