import Formats
import HTTPServer

/// How many fields and files a request may have: Django's bounds, which MAAS leaves as they are and fails beyond, whoever
/// asks and for what. JSON has no such bound.
enum FieldLimits {
    static let fields = 1000
    static let files = 100

    /// What Django says of a request with more fields.
    static let tooManyFields = "The number of GET/POST parameters exceeded settings.DATA_UPLOAD_MAX_NUMBER_FIELDS."
    /// What Django says of a request with more files.
    static let tooManyFiles = "The number of files exceeded settings.DATA_UPLOAD_MAX_NUMBER_FILES."

    /// Whether a query or an urlencoded body has more fields than may be; empty ones count.
    static func isExceeded(by text: some Sequence<UInt8>) -> Bool {
        var separators = 0
        for byte in text where byte == UInt8(ascii: "&") {
            separators += 1
            if separators >= fields { return true }
        }
        return false
    }

    /// MAAS's own failure, before its REST layer has seen the request.
    static func failure(_ text: String) -> HTTPResponse {
        HTTPResponse(status: 500, contentType: APIError.plainUTF8, text: text)
    }
}
