import Foundation

/// A form with files, written as `multipart/form-data` (RFC 7578).
struct MultipartBody {
    let contentType: String
    let data: Data

    init(_ form: Params, _ files: [FilePart]) {
        let boundary = "maas-" + (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 16) }.joined()
        contentType = "multipart/form-data; boundary=\(boundary)"
        var data = Data()
        func open(_ disposition: String, _ type: String? = nil) {
            data += Data("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n".utf8)
            if let type { data += Data("Content-Type: \(type)\r\n".utf8) }
            data += Data("\r\n".utf8)
        }
        for item in form.items {
            open("name=\"\(Self.quoted(item.name))\"")
            data += Data("\(item.value)\r\n".utf8)
        }
        for file in files {
            open(
                "name=\"\(Self.quoted(file.name))\"; filename=\"\(Self.quoted(file.filename))\"",
                "application/octet-stream")
            data += file.content
            data += Data("\r\n".utf8)
        }
        data += Data("--\(boundary)--\r\n".utf8)
        self.data = data
    }

    /// Nothing in a name can end it or the header line.
    private static func quoted(_ name: String) -> String {
        name.replacingOccurrences(of: "\"", with: "%22").replacingOccurrences(of: "\r", with: "%0D")
            .replacingOccurrences(of: "\n", with: "%0A")
    }

    /// The plain fields of such a body, for tests that look at what was sent.
    static func fields(of body: Data, contentType: String) -> Params {
        guard let boundary = contentType.split(separator: "boundary=").dropFirst().first else { return Params() }
        var fields = Params()
        for part in String(decoding: body, as: UTF8.self).split(separator: "--\(boundary)") {
            let halves = part.split(separator: "\r\n\r\n", maxSplits: 1)
            guard halves.count == 2, !halves[0].contains("filename="),
                let name = halves[0].split(separator: "name=\"").dropFirst().first?.prefix(while: { $0 != "\"" })
            else { continue }
            fields.add(String(name), String(halves[1].hasSuffix("\r\n") ? halves[1].dropLast() : halves[1]))
        }
        return fields
    }
}
