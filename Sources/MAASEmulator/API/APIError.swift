import Formats
import SQLite

/// An answer that refuses a request: thrown by a handler, it rolls back what the handler did.
struct APIError: Error {
    var status: Int
    var contentType: String
    var body: [UInt8]
    /// Header fields beyond the usual ones.
    var headers: [(String, String)] = []
    /// MAAS makes some refusals inside its REST layer and some from exceptions; the two carry different headers.
    var isInLayer = false

    static let plain = "text/plain"
    static let plainUTF8 = "text/plain; charset=utf-8"
    /// What Django calls an answer that nobody gave a type.
    static let html = "text/html; charset=utf-8"

    init(_ status: Int, _ text: String, contentType: String = plainUTF8, isInLayer: Bool = false) {
        self.status = status
        self.contentType = contentType
        body = Array(text.utf8)
        self.isInLayer = isInLayer
    }

    /// 400 with one message.
    static func badRequest(_ text: String) -> APIError { APIError(400, text) }

    /// 400 for a parameter that an operation cannot do without.
    static func notProvided(_ name: String) -> APIError { APIError(400, "No provided \(name)!") }

    /// 400 with messages by field. `fromModel` for errors that MAAS raises after its form, which name no charset.
    static func validation(_ errors: FormErrors, fromModel: Bool = false) -> APIError {
        var json = JSONWriter(.compact)
        errors.encode(into: &json)
        var error = APIError(400, "")
        error.contentType = fromModel ? "application/json" : "application/json; charset=utf-8"
        error.body = json.bytes
        return error
    }

    /// 400 with one message for one field.
    static func invalid(_ field: String, _ message: String, fromModel: Bool = false) -> APIError {
        var errors = FormErrors()
        errors.add(field, message)
        return validation(errors, fromModel: fromModel)
    }

    /// 404 for an object of MAAS's class `model`, such as `Machine` or `Pod`.
    static func notFound(_ model: String) -> APIError {
        APIError(404, "No \(model) matches the given query.", contentType: plain, isInLayer: true)
    }

    /// 403 with an empty body: the permission on one object is missing.
    static let forbidden = APIError(403, "")

    /// 403 for operations that only an administrator may call.
    static let adminOnly = APIError(403, "This method is reserved for admin users.")

    /// 409: the state does not allow it.
    static func conflict(_ text: String) -> APIError { APIError(409, text) }

    /// 500: what MAAS answers when it did not expect the input. The text is its exception's.
    static func unexpected(_ text: String) -> APIError { APIError(500, text) }

    /// 501 for an operation that MAAS has and the emulator does not; never an answer of MAAS itself.
    static func notEmulated(_ operation: String) -> APIError {
        APIError(501, "\(operation) is not emulated.")
    }

    /// 503, without `Retry-After`: hypervisors, power and addresses that could not be had.
    static func unavailable(_ text: String) -> APIError { APIError(503, text) }
}

/// Messages by field, in the order the fields were checked.
struct FormErrors: JSONEncodable {
    private(set) var fields: [(name: String, messages: [String])] = []

    var isEmpty: Bool { fields.isEmpty }

    mutating func add(_ field: String, _ message: String) {
        if let index = fields.firstIndex(where: { $0.name == field }) {
            fields[index].messages.append(message)
        } else {
            fields.append((field, [message]))
        }
    }

    /// Puts a field's messages, ten at the most, into one (`merge_error_messages`).
    mutating func merge(_ field: String, into summary: String) {
        guard let index = fields.firstIndex(where: { $0.name == field }) else { return }
        let messages = fields[index].messages
        let more = messages.count - 10
        let rest = more > 0 ? " and \(more) more error\(more > 1 ? "s" : "")" : ""
        fields[index].messages = ["\(summary) (\(messages.prefix(10).joined(separator: " \u{2014} "))\(rest))"]
    }

    func contains(_ field: String) -> Bool { fields.contains { $0.name == field } }

    /// Throws what has been collected, if anything.
    func check(fromModel: Bool = false) throws(APIError) {
        if !isEmpty { throw .validation(self, fromModel: fromModel) }
    }

    func encode(into json: inout JSONWriter) {
        json.object { json in
            for field in fields { json.field(field.name, field.messages) }
        }
    }
}
