import Formats

/// What a handler answers when it did what it was asked.
package struct Reply {
    package var status = 200
    package var contentType = "application/json; charset=utf-8"
    package var body: [UInt8] = []
    package var headers: [(String, String)] = []
    /// Made beside MAAS's REST layer, as the descriptions of the API are: without `Vary`.
    var isOutsideRESTLayer = false

    /// 200 with a JSON document.
    package static func json(_ write: (inout JSONWriter) throws -> Void) rethrows -> Reply {
        var json = JSONWriter()
        try write(&json)
        return Reply(body: json.bytes)
    }

    /// 200 with one plain value.
    package static func value(_ value: (any JSONEncodable)?) -> Reply {
        json { $0.value(value) }
    }

    /// 200 with `null`: what MAAS answers for operations that return nothing.
    package static let null = value(nil)

    /// 204.
    static let deleted = Reply(status: 204, contentType: APIError.plain)

    /// 202.
    static let accepted = Reply(status: 202, contentType: APIError.plain, body: Array("Accepted".utf8))

    /// 200 with the word OK.
    package static let ok = text("OK")

    package static func text(_ text: String, contentType: String = APIError.plain) -> Reply {
        Reply(contentType: contentType, body: Array(text.utf8))
    }

    /// 201 with a JSON document.
    package static func created(_ write: (inout JSONWriter) throws -> Void) rethrows -> Reply {
        var reply = try json(write)
        reply.status = 201
        return reply
    }
}
