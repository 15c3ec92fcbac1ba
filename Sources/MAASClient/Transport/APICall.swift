import Foundation

/// One request to the API, before it is signed.
public struct APICall: Sendable {
    /// Upper case: `GET`, `POST`, `PUT` or `DELETE`.
    public var method: String
    /// Below the API's root, with the trailing slash that MAAS wants: `machines/abc123/`.
    public var path: String
    /// The operation, sent in the query.
    public var op: String?
    /// Filters of a list and the like; `op` is not part of it.
    public var query: Params
    /// Sent as a form; `nil` sends no body.
    public var form: Params?
    /// Files beside the form, which is then sent as `multipart/form-data`.
    public var files: [FilePart] = []
    /// Bytes sent as they are, as `application/octet-stream`, instead of a form.
    public var bytes: Data?
    /// False for what must never happen twice, such as compose.
    public var mayRetry: Bool

    /// A call as MAAS's documentation writes it: `APICall("POST", "vm-hosts/11/", op: "compose", form: …)`.
    public init(
        _ method: String, _ path: String, op: String? = nil, query: Params = Params(), form: Params? = nil,
        mayRetry: Bool = true
    ) {
        self.method = method
        self.path = path
        self.op = op
        self.query = query
        self.form = form
        self.mayRetry = mayRetry
    }

    /// The call in short, for errors: `POST vm-hosts/11/?op=compose`.
    public var summary: String { "\(method) \(path)" + (op.map { "?op=\($0)" } ?? "") }

    var target: String {
        var all = Params()
        if let op { all.add("op", op) }
        for item in query.items { all.add(item.name, item.value) }
        return all.isEmpty ? path : "\(path)?\(all.encoded)"
    }

    /// True when sending it twice comes to the same, by HTTP's rules.
    var isIdempotent: Bool { method != "POST" }

    /// The body and what it is; `nil` for a call without one.
    var body: (contentType: String, data: Data)? {
        if let bytes { return ("application/octet-stream", bytes) }
        if !files.isEmpty {
            let body = MultipartBody(form ?? Params(), files)
            return (body.contentType, body.data)
        }
        return form.map { ("application/x-www-form-urlencoded", Data($0.encoded.utf8)) }
    }
}

/// A file that is sent beside a form's fields.
public struct FilePart: Sendable, Hashable {
    /// The parameter's name, as MAAS has it: `content`, `file`, `script`.
    public var name: String
    /// What the file is called; MAAS keeps it for nothing but `filename` of its file storage.
    public var filename: String
    /// The file's bytes.
    public var content: Data

    /// A file under a parameter's name.
    public init(_ name: String, filename: String, content: Data) {
        self.name = name
        self.filename = filename
        self.content = content
    }
}

extension APICall {
    /// Adds a file under a parameter's name, unless there is none.
    mutating func add(_ name: String, file: Data?) {
        if let file { files.append(FilePart(name, filename: name, content: file)) }
    }
}
