import Formats
import MAASRegion

/// An answer that refuses a request: what the REST layer refuses by itself, and how the region's refusals are told.
/// Thrown by a handler, it rolls back what the handler did.
package struct APIError: Error {
    package var status: Int
    package var contentType: String
    package var body: [UInt8]
    /// Header fields beyond the usual ones.
    package var headers: [(String, String)] = []
    /// MAAS makes some refusals inside its REST layer and some from exceptions; the two carry different headers.
    var isFromRESTLayer = false

    static let plain = "text/plain"
    package static let plainUTF8 = "text/plain; charset=utf-8"
    /// What Django calls an answer that nobody gave a type.
    package static let html = "text/html; charset=utf-8"

    package init(_ status: Int, _ text: String, contentType: String = plainUTF8, isFromRESTLayer: Bool = false) {
        self.status = status
        self.contentType = contentType
        body = Array(text.utf8)
        self.isFromRESTLayer = isFromRESTLayer
    }

    /// 401 without credentials that would do.
    package static let unauthorized = APIError(401, "Forbidden", contentType: plain, isFromRESTLayer: true)

    /// 403 for operations that only an administrator may call.
    static let adminOnly = APIError(403, "This method is reserved for admin users.")

    /// 501 for an operation that MAAS has and the emulator does not; never an answer of MAAS itself.
    static func notEmulated(_ operation: String) -> APIError {
        APIError(501, "\(operation) is not emulated.")
    }
}

extension APIError {
    /// How a refusal is told: 400 with a sentence or with messages by field, 403, 404, 409, 500 or 503.
    package init(_ refusal: Refusal) {
        switch refusal {
        case .invalid(let text): self.init(400, text)
        case .invalidFields(let errors, let check):
            var json = JSONWriter(.compact)
            errors.encode(into: &json)
            self.init(400, "")
            // Errors that MAAS raises when it saves name no charset.
            contentType = check == .model ? "application/json" : "application/json; charset=utf-8"
            body = json.bytes
        case .conflict(let text): self.init(409, text)
        case .collision:
            self.init(409, Self.conflictPage, contentType: Self.html)
            headers = [("Retry-After", "5")]
        case .notFound: self.init(404, refusal.text, contentType: Self.plain, isFromRESTLayer: true)
        case .missing(let text): self.init(404, text)
        case .forbidden(let text): self.init(403, text)
        case .unavailable(let text): self.init(503, text)
        case .noRackController:
            self.init(503, refusal.text)
            headers = [("Retry-After", "10")]
        case .unexpected(let text, _): self.init(500, text)
        }
    }
}

extension APIError {
    /// What MAAS shows when its database refuses a row again and again.
    private static let conflictPage = """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" \
        "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
          <head>
            <title>Error: Conflict Error</title>
          </head>
          <body>
            <h2 class="p-heading--four">
              Conflict error. Try your request again, as it will most likely succeed.
            </h2>
          </body>
        </html>

        """
}

extension FieldErrors: JSONEncodable {
    package func encode(into json: inout JSONWriter) {
        json.object { json in
            for field in fields { json.field(named: field.name, field.messages) }
        }
    }
}
