/// Header fields in the order they were sent; names compare without regard to case.
public struct HTTPFields: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    public struct Field: Sendable, Equatable {
        public var name: String
        public var value: String
    }

    public private(set) var all: [Field] = []

    public init() {}

    public init(dictionaryLiteral elements: (String, String)...) {
        all = elements.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value under `name`. Setting replaces every value; setting `nil` removes them.
    public subscript(_ name: String) -> String? {
        get { all.first { Self.areEqual($0.name, name) }?.value }
        set {
            all.removeAll { Self.areEqual($0.name, name) }
            if let newValue { all.append(Field(name: name, value: newValue)) }
        }
    }

    /// Whether two names are the same, letters in ASCII without regard to case.
    private static func areEqual(_ name: String, _ other: String) -> Bool {
        let name = name.utf8
        let other = other.utf8
        guard name.count == other.count else { return false }
        return zip(name, other).allSatisfy { byte, other in
            byte == other || (byte ^ other == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20))
        }
    }

    public mutating func append(_ name: String, _ value: String) {
        all.append(Field(name: name, value: value))
    }
}

/// A request that has arrived whole.
public struct HTTPRequest: Sendable {
    public var method: String
    /// The path as it was sent, percent-encoding and doubled slashes included.
    public var path: String
    /// What follows the first `?`, as it was sent; `nil` when there was none.
    public var query: String?
    public var headers: HTTPFields
    public var body: [UInt8]

    public init(
        method: String, path: String, query: String? = nil, headers: HTTPFields = HTTPFields(), body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}

/// An answer to a request.
public struct HTTPResponse: Sendable {
    /// How the answer leaves the server.
    public enum Delivery: Sendable, Equatable {
        case whole
        /// The connection is closed without an answer.
        case dropped
        /// The connection is closed after this many bytes of the body, though the headers announced all of them.
        case truncated(after: Int)
    }

    public var status: Int
    public var headers: HTTPFields
    public var body: [UInt8]
    public var delivery: Delivery

    public init(status: Int, headers: HTTPFields = HTTPFields(), body: [UInt8] = [], delivery: Delivery = .whole) {
        self.status = status
        self.headers = headers
        self.body = body
        self.delivery = delivery
    }

    /// An answer with a text body.
    public init(status: Int, contentType: String, text: String) {
        self.init(status: status, headers: ["Content-Type": contentType], body: Array(text.utf8))
    }
}
