/// Who sends a request.
public enum Sender: String, Sendable {
    case admin, user
    /// No credentials at all.
    case nobody
    /// A well-formed key that nobody has.
    case stranger
}

/// How the body of a request is written.
public enum WireBody: Sendable, Equatable {
    case form(JSON)
    case multipart(JSON)
    case json(JSON)
    case text(String, type: String)
}

/// One request of a wire case.
public struct WireRequest: Sendable, Equatable {
    public var method: String
    /// Below the API's root; with a leading slash, below the server's.
    public var path: String
    public var query: JSON?
    /// Sent in the query.
    public var op: String?
    public var headers: JSON?
    public var body: WireBody?
    public var sender: Sender
    /// What is unusual about the signature; `nil` signs as MAAS's own clients do.
    public var signature: WireSignature?
}

/// What a step expects of the answer. Each value is a matcher.
public struct WireExpectation: Sendable, Equatable {
    public var status: JSON
    public var type: JSON?
    public var headers: JSON?
    public var json: JSON?
    public var text: JSON?
}

/// One request, what is expected of its answer, what is kept of it, and how what it made is undone.
public struct WireStep: Sendable {
    public var name: String
    public var request: WireRequest
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
    public var versions: VersionRange
}
