import Formats
import HTTPServer

/// The form that a request's body holds, read the way MAAS reads each content type.
package struct RequestBody {
    /// The fields; empty for content types that MAAS ignores.
    package var form = Parameters()
    /// The files of a multipart body.
    package var files: [MultipartForm.File] = []
    /// The body calls itself JSON but is none: 400 once the request is authenticated.
    var isMalformed = false
    /// The body has a content type that MAAS does not read: its forms then have no data at all.
    var isUnread = false
    /// A JSON body has no `op` and no lists.
    var isJSON = false
    /// What Django says of a form that has more than it takes in.
    private(set) var excess: String?

    /// Reads the body of a POST or a PUT; MAAS never looks at the body of other methods.
    package init(_ request: HTTPRequest) {
        guard request.method == "POST" || request.method == "PUT" else { return }
        let contentType = request.headers["Content-Type"] ?? ""
        let kind = contentType.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } } ?? ""
        switch kind {
        case "application/x-www-form-urlencoded":
            guard !FieldLimits.isExceeded(by: request.body) else {
                excess = FieldLimits.tooManyFields
                return
            }
            form = Parameters(urlencoded: String(decoding: request.body, as: UTF8.self))
        case "multipart/form-data":
            guard let multipart = MultipartForm(request.body, contentType: contentType) else { return }
            if multipart.fields.count > FieldLimits.fields { excess = FieldLimits.tooManyFields }
            if multipart.files.count > FieldLimits.files { excess = FieldLimits.tooManyFiles }
            form = Parameters(multipart.fields)
            files = multipart.files
        case "application/json":
            isJSON = true
            guard !request.body.isEmpty else { return }
            guard let value = try? JSONValue(parsing: request.body) else {
                isMalformed = true
                return
            }
            form = Parameters(Self.pairs(of: value), hasLists: false)
        default:
            isUnread = !kind.isEmpty && kind != "application/octet-stream"
        }
    }

    /// The last file that was sent under a name, which counts as a parameter that was read.
    func file(_ name: String) -> MultipartForm.File? {
        form.note(name)
        return files.last { $0.name == name }
    }

    private static func pairs(of value: JSONValue) -> [(name: String, value: String)] {
        guard case .object(let members) = value else { return [] }
        return members.sorted { $0.key < $1.key }.flatMap { name, value -> [(name: String, value: String)] in
            switch value {
            case .null: []
            case .string(let text): [(name, text)]
            case .bool(let flag): [(name, flag ? "True" : "False")]
            case .array(let elements): elements.map { (name, $0.plainText) }
            default: [(name, value.plainText)]
            }
        }
    }
}

extension JSONValue {
    /// A scalar as a form would carry it.
    fileprivate var plainText: String {
        switch self {
        case .string(let text): text
        case .bool(let flag): flag ? "True" : "False"
        default: text
        }
    }
}
