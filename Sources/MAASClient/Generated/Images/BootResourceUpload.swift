// Written by script/generate-client.py; change Description/operations.json instead.

/// A file of an image that is uploaded in pieces (MAAS: boot-resources/{id}/upload/{file_id}/).
public struct BootResourceUpload: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BootResourceResource {
    /// The place where pieces of a file go; `BootResources.upload` does all of it.
    public func upload(file id: Int) -> BootResourceUpload {
        BootResourceUpload(connection: connection, path: "\(path)upload/\(id)/")
    }
}
