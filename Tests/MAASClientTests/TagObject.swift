import MAASClient

/// The client's tags, by a name that Swift Testing has no type of.
typealias TagObject = Tag
