import MAASRegion

// Who makes a region says which version it emulates: the one type of the model that users of this module see.
@_exported import enum MAASRegion.MAASVersion
