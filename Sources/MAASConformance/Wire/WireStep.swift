/// Who sends a request.
public enum Sender: String, Sendable {
    /// With the administrator's key, or with that of a user who is none.
    case admin, user
    /// No credentials at all.
    case nobody
    /// A well-formed key that nobody has.
    case stranger
}

/// How the body of a request is written.
public enum WireBody: Sendable, Equatable {
    /// Names and values, URL-encoded; a list of values repeats the name.
    case form(JSON)
    /// Names and values, a part each.
    case multipart(JSON)
    /// Any value, as `application/json`.
    case json(JSON)
    /// Anything else, its variables filled in.
    case text(String, type: String)
}

/// One request of a wire case.
public struct WireRequest: Sendable, Equatable {
    /// Upper case by custom; any token is sent.
    public var method: String
    /// Below the API's root; with a leading slash, below the server's.
    public var path: String
    /// Names and values behind the path; `nil` for none. `op` comes first.
    public var query: JSON?
    /// Sent in the query.
    public var op: String?
    /// Replaces what would be sent by itself; `nil` for nothing unusual.
    public var headers: JSON?
    /// `nil` sends none, and no Content-Type.
    public var body: WireBody?
    /// Whose key signs it.
    public var sender: Sender
    /// What is unusual about the signature; `nil` signs as MAAS's own clients do.
    public var signature: WireSignature?
}

/// What a step expects of the answer. Each value is a matcher.
public struct WireExpectation: Sendable, Equatable {
    /// A number, or a matcher of one.
    public var status: JSON
    /// The Content-Type, compared without regard to case and blanks; `nil` for any.
    public var type: JSON?
    /// By name; headers that are not named do not matter.
    public var headers: JSON?
    /// The body as JSON; `nil` when it is not looked at, or is none.
    public var json: JSON?
    /// The body as text; `nil` when it is not looked at.
    public var text: JSON?
}

/// One request, what is expected of its answer, what is kept of it, and how what it made is undone.
public struct WireStep: Sendable {
    /// What reports call it: the request where the file gives no name.
    public var name: String
    /// What is sent, with variables still in it.
    public var request: WireRequest
    /// What must come back.
    public var expect: WireExpectation
    /// Variable to path in the JSON body.
    public var capture: [(variable: String, path: String)]
    /// Sent at the end of the case, unless this step was refused.
    public var undo: WireRequest?
    /// Ask again until the answer is as expected, for at most so many seconds.
    public var pollSeconds: Int?
    /// What the answer looks like while the target is at it, a matcher of its JSON: when it still does after the last
    /// attempt, hardware was slow, which is no failure of MAAS.
    public var pending: JSON?
    /// In other versions the step is left out, and the case goes on.
    public var versions: VersionRange
}
