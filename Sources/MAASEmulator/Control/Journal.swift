import Formats
import Foundation
import HTTPServer
import Synchronization

/// The latest requests and answers of a region.
final class Journal: Sendable {
    struct Entry: Sendable {
        fileprivate(set) var id: Int
        /// Wall clock, seconds since 1970.
        let at: Double
        let record: RequestRecord
        let requestHeaders: HTTPFields
        let requestBody: Excerpt
        let responseHeaders: HTTPFields
        let responseBody: Excerpt
    }

    /// The beginning of a body, which becomes text when somebody looks at it.
    struct Excerpt: Sendable {
        private let bytes: [UInt8]
        private let count: Int

        init(_ body: [UInt8]) {
            count = body.count
            bytes = count > bodyLimit ? Array(body.prefix(bodyLimit)) : body
        }

        var text: String {
            String(decoding: bytes, as: UTF8.self) + (count > bodyLimit ? "… (\(count) bytes)" : "")
        }
    }

    /// How many entries are kept, and how many bytes of a body.
    static let limit = 1000
    static let bodyLimit = 16 * 1024

    /// The entry that was first goes where there are too many.
    private struct State {
        var entries: [Entry] = []
        /// Where the oldest entry is, once there are as many as are kept.
        var oldest = 0
        var next = 1

        var inOrder: [Entry] { Array(entries[oldest...] + entries[..<oldest]) }
    }

    private let state = Mutex(State())

    func add(_ record: RequestRecord, _ request: HTTPRequest, _ response: HTTPResponse) {
        var entry = Entry(
            id: 0, at: Date().timeIntervalSince1970, record: record, requestHeaders: request.headers,
            requestBody: Excerpt(request.body), responseHeaders: response.headers, responseBody: Excerpt(response.body))
        state.withLock { state in
            entry.id = state.next
            state.next += 1
            guard state.entries.count >= Self.limit else {
                state.entries.append(entry)
                return
            }
            // The oldest one changes places with it, and is let go of when others can go on.
            swap(&state.entries[state.oldest], &entry)
            state.oldest = (state.oldest + 1) % Self.limit
        }
    }

    func clear() {
        state.withLock { state in
            state.entries = []
            state.oldest = 0
        }
    }

    /// The entries that fit, newest first.
    func entries(fitting filter: JournalFilter, limit: Int) -> [Entry] {
        Array(state.withLock { $0.inOrder }.reversed().lazy.filter(filter.fits).prefix(limit))
    }

    /// One entry; `nil` for one that is there no more.
    func entry(_ id: Int) -> Entry? { state.withLock { $0.entries.last { $0.id == id } } }

    /// The id of the latest entry there was.
    var latest: Int { state.withLock { $0.next - 1 } }

    /// What came after an entry, oldest first, and how many of it are gone already.
    func entries(after id: Int, limit: Int) -> (entries: [Entry], missed: Int) {
        state.withLock { state in
            guard state.next - 1 > id else { return ([], 0) }
            let kept = state.inOrder
            let start = kept.lastIndex { $0.id <= id }.map { $0 + 1 } ?? 0
            let found = Array(kept[start...].prefix(limit))
            return (found, (found.first?.id ?? state.next) - id - 1)
        }
    }

    /// The requests that were about a node, newest first: its id is in the target, or in the answer of what changes
    /// something.
    func entries(touching systemID: String, limit: Int) -> [Entry] {
        let fitting = state.withLock { $0.inOrder }.reversed().lazy.filter { entry in
            entry.record.target.contains(systemID)
                || (entry.record.method != "GET" && entry.responseBody.text.contains("\"\(systemID)\""))
        }
        return Array(fitting.prefix(limit))
    }
}

extension Journal.Entry {
    /// - Parameter isWhole: false without headers and bodies.
    func write(into json: inout JSONWriter, isWhole: Bool = true) {
        json.object { json in
            json.field("id", id)
            json.field("at", at)
            json.field("method", record.method)
            json.field("target", record.target)
            json.field("operation", record.operation)
            json.field("username", record.username)
            json.field("status", record.status)
            json.field("fault", record.fault)
            json.field("unread_parameters", record.unread)
            json.field("milliseconds", record.milliseconds)
            guard isWhole else { return }
            json.object("request") { json in
                json.object("headers") { json in
                    Redactor.headers(requestHeaders).all.forEach { json.field(named: $0.name, $0.value) }
                }
                json.field("body", Redactor.body(requestBody.text, contentType: requestHeaders["Content-Type"]))
            }
            json.object("response") { json in
                json.object("headers") { json in
                    Redactor.headers(responseHeaders).all.forEach { json.field(named: $0.name, $0.value) }
                }
                json.field("body", Redactor.body(responseBody.text, contentType: responseHeaders["Content-Type"]))
            }
        }
    }
}
