// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// The parameters of `POST boot-resources/`: upload an image.
public struct BootResourceCreation: OperationParameters {
    /// Name.
    public var name: String
    /// Such as amd64/generic.
    public var architecture: String
    /// A line about it.
    public var title: String?
    /// Tgz and others.
    public var filetype: String?
    /// The file itself.
    public var content: Data?
    /// Of a file to come.
    public var sha256: String?
    /// Of a file to come, bytes.
    public var size: Int?
    /// The system it is built on.
    public var baseImage: String?
    /// Whether the files of earlier uploads stay.
    public var keepOld: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `name`, `architecture`.
    public init(
        name: String, architecture: String, title: String? = nil, filetype: String? = nil, content: Data? = nil,
        sha256: String? = nil, size: Int? = nil, baseImage: String? = nil, keepOld: Bool? = nil
    ) {
        self.name = name
        self.architecture = architecture
        self.title = title
        self.filetype = filetype
        self.content = content
        self.sha256 = sha256
        self.size = size
        self.baseImage = baseImage
        self.keepOld = keepOld
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("architecture", architecture)
        params.set("title", title)
        params.set("filetype", filetype)
        params.set("sha256", sha256)
        params.set("size", size)
        params.set("base_image", baseImage)
        params.set("keep_old", keepOld)
        params.merge(others)
        return params
    }

    /// What is sent as files.
    var files: [FilePart] {
        [
            content.map { FilePart("content", filename: "content", content: $0) }
        ].compactMap(\.self)
    }
}
