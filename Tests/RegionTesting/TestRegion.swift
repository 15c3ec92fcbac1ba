import Foundation
import HTTPServer
import Synchronization
import Testing

import Formats
import MAASAPI
import MAASEmulator
import MAASRegion

/// A region of its own for one test, spoken to as a client does but in-process. Its clocks stand still until they are
/// moved.
package final class TestRegion: Sendable {
    package let region: Region
    /// The wall clock, milliseconds since 1970.
    private let wall = Mutex(1_795_000_000_000)
    private let nonces = Atomic<Int>(0)

    package enum Who { case admin, user, nobody }

    /// - Parameter inventory: a fixture as JSON text; the default lab without it.
    package init(
        inventory: String? = nil, version: MAASVersion = .v3_7, seed: UInt64 = 1, database: String? = nil,
        clock: Region.ClockMode = .manual, keepsAnswers: Bool = true
    ) throws {
        let box = WallClock()
        var options = Region.Options()
        options.inventory = inventory.map { Array($0.utf8) }
        options.version = version
        options.seed = seed
        options.database = database
        options.clock = clock
        options.keepsAnswers = keepsAnswers
        options.wallClock = { box.now }
        region = try Region(options)
        self.box = box
    }

    private let box: WallClock

    /// Lets wall time pass; a manual region clock does not notice.
    package func wallPasses(seconds: Int) { box.pass(milliseconds: 1000 * seconds) }

    /// Moves region time forward by so many seconds.
    package func advance(_ seconds: Double) throws { try region.setClock(advance: seconds) }

    /// Sends a request to a path below the API root.
    @discardableResult
    package func send(
        _ method: String, _ path: String, query: KeyValuePairs<String, String> = [:],
        form: KeyValuePairs<String, String>? = nil, as who: Who = .admin
    ) throws -> Answer {
        var request = HTTPRequest(method: method, path: path.hasPrefix("/") ? path : Dispatch.root + path)
        if !query.isEmpty { request.query = Self.encode(query) }
        if method == "POST" || method == "PUT" || form != nil {
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Array(Self.encode(form ?? [:]).utf8)
        }
        return try send(request, as: who)
    }

    /// Sends a request as it is, signed with PLAINTEXT.
    package func send(_ request: HTTPRequest, as who: Who = .admin) throws -> Answer {
        var request = request
        request.headers["Host"] = request.headers["Host"] ?? "maas.test:5240"
        if who != .nobody, request.headers["Authorization"] == nil {
            request.headers["Authorization"] = try authorization(who)
        }
        return Answer(region.respond(to: request))
    }

    /// An `Authorization` header that has not been used before.
    package func authorization(_ who: Who) throws -> String {
        let key = try #require(try region.apiKey(admin: who == .admin)).split(separator: ":").map(String.init)
        let nonce = nonces.add(1, ordering: .relaxed).newValue
        return """
            OAuth oauth_version="1.0", oauth_signature_method="PLAINTEXT", oauth_consumer_key="\(key[0])", \
            oauth_token="\(key[1])", oauth_signature="%26\(key[2])", oauth_nonce="n\(nonce)", \
            oauth_timestamp="\(box.now / 1000)"
            """
    }

    @discardableResult
    package func get(_ path: String, query: KeyValuePairs<String, String> = [:], as who: Who = .admin) throws -> Answer
    {
        try send("GET", path, query: query, as: who)
    }

    @discardableResult
    package func post(
        _ path: String, op: String? = nil, _ form: KeyValuePairs<String, String> = [:], as who: Who = .admin
    )
        throws
        -> Answer
    {
        try send("POST", path, query: op.map { ["op": $0] } ?? [:], form: form, as: who)
    }

    /// Posts a form of `name=value` pairs that are encoded already, for lists that a test makes up.
    @discardableResult
    package func post(_ path: String, urlencoded pairs: [String]) throws -> Answer {
        try send("POST", path, urlencoded: pairs)
    }

    /// The same for a change.
    @discardableResult
    package func put(_ path: String, urlencoded pairs: [String]) throws -> Answer {
        try send("PUT", path, urlencoded: pairs)
    }

    private func send(_ method: String, _ path: String, urlencoded pairs: [String]) throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        var request = HTTPRequest(method: method, path: Dispatch.root + halves[0])
        if halves.count > 1 { request.query = halves[1] }
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array(pairs.joined(separator: "&").utf8)
        return try send(request)
    }

    @discardableResult
    package func put(_ path: String, _ form: KeyValuePairs<String, String> = [:], as who: Who = .admin) throws -> Answer
    {
        try send("PUT", path, form: form, as: who)
    }

    @discardableResult
    package func delete(_ path: String, query: KeyValuePairs<String, String> = [:], as who: Who = .admin) throws
        -> Answer
    {
        try send("DELETE", path, query: query, as: who)
    }

    /// The system id of the machine called `hostname`.
    package func systemID(_ hostname: String) throws -> String {
        try region.withState { state in
            try #require(try state.db.scalar("SELECT system_id FROM nodes WHERE hostname = ?", hostname) as String?)
        }
    }

    private static func encode(_ pairs: KeyValuePairs<String, String>) -> String {
        pairs.map { "\(percentEncoded($0.key))=\(percentEncoded($0.value))" }.joined(separator: "&")
    }
}

/// A wall clock that a test moves.
final class WallClock: Sendable {
    private let time = Atomic<Int>(1_795_000_000_000)
    package var now: Int { time.load(ordering: .relaxed) }
    func pass(milliseconds: Int) { time.add(milliseconds, ordering: .relaxed) }
}

/// An answer, with its body at hand as text and as JSON.
package struct Answer {
    package let response: HTTPResponse

    package init(_ response: HTTPResponse) { self.response = response }

    package var status: Int { response.status }
    package var contentType: String? { response.headers["Content-Type"] }
    package var text: String { String(decoding: response.body, as: UTF8.self) }

    /// The body as JSON.
    package var json: JSONValue {
        get throws { try JSONValue(parsing: response.body) }
    }

    /// A value inside the JSON body: member names and list positions, such as `"links", 0, "mode"`.
    package func value(_ path: any JSONStep...) throws -> JSONValue {
        var value = try json
        for step in path { value = try #require(step.step(into: value), "no \(step) in \(value.text.prefix(300))") }
        return value
    }

    package func string(_ path: any JSONStep...) throws -> String? {
        var value = try json
        for step in path { value = try #require(step.step(into: value), "no \(step) in \(value.text.prefix(300))") }
        return value.string
    }

    package func integer(_ path: any JSONStep...) throws -> Int? {
        var value = try json
        for step in path { value = try #require(step.step(into: value), "no \(step) in \(value.text.prefix(300))") }
        return value.integer
    }

    /// The elements of a JSON list.
    package var list: [JSONValue] {
        get throws {
            guard case .array(let elements) = try json else { return [] }
            return elements
        }
    }
}

/// One step into a JSON value: a member's name or a list position.
package protocol JSONStep {
    func step(into value: JSONValue) -> JSONValue?
}

extension String: JSONStep {
    package func step(into value: JSONValue) -> JSONValue? { value[self] }
}

extension Int: JSONStep {
    package func step(into value: JSONValue) -> JSONValue? {
        guard case .array(let elements) = value, elements.indices.contains(self) else { return nil }
        return elements[self]
    }
}
