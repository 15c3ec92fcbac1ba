import Foundation

/// How far an upload is.
public struct UploadProgress: Sendable, Hashable {
    /// Bytes that MAAS has.
    public let sent: Int
    /// Bytes of the whole file.
    public let total: Int
}

extension BootResources {
    /// The size of the pieces that a file is sent in: what MAAS's own command line takes.
    public static let pieceSize = 4 * 1024 * 1024

    /// Uploads an image: tells MAAS its hash and size, then sends it piece by piece. MAAS that has a file with this hash
    /// already is sent nothing. Cancelling the task ends it between two pieces.
    /// - Parameters:
    ///   - name: `custom/my-image`, or a bare name.
    ///   - architecture: such as `amd64/generic`.
    ///   - content: the file.
    ///   - filetype: such as `tgz`, `tbz`, `ddgz` or `ddraw`; `nil` is MAAS's default, `tgz`.
    ///   - title: for people.
    ///   - baseImage: the system that it is built on, such as `ubuntu/noble`.
    ///   - pieceSize: bytes of a piece.
    ///   - progress: told after every piece.
    /// - Returns: the image as it is then, its files included.
    @discardableResult
    public func upload(
        name: String, architecture: String, content: Data, filetype: String? = nil, title: String? = nil,
        baseImage: String? = nil, pieceSize: Int = Self.pieceSize,
        progress: (@Sendable (UploadProgress) -> Void)? = nil
    ) async throws -> BootResource {
        let created = try await create(
            BootResourceCreation(
                name: name, architecture: architecture, title: title, filetype: filetype,
                sha256: SHA256.hex(of: content), size: content.count, baseImage: baseImage))
        let resource = bootResource(created.id)
        guard let place = try await place(of: created, resource) else {
            progress?(UploadProgress(sent: content.count, total: content.count))
            return try await resource.get()
        }
        var sent = 0
        while sent < content.count {
            try Task.checkCancellation()
            let start = content.startIndex + sent
            let piece = content[start..<min(start + max(1, pieceSize), content.endIndex)]
            try await place.put(Data(piece))
            sent += piece.count
            progress?(UploadProgress(sent: sent, total: content.count))
        }
        return try await resource.get()
    }

    /// Where the file's pieces go: the upload URI of the newest version's file that is not all there.
    private func place(of created: BootResource, _ resource: BootResourceResource) async throws -> BootResourceUpload? {
        var image = created
        if image.sets == nil { image = try await resource.get() }
        let newest = (image.sets ?? [:]).max { $0.key < $1.key }?.value
        let uri = (newest?.files ?? [:]).values.compactMap(\.uploadURI).first
        guard let id = uri?.split(separator: "/").last.flatMap({ Int($0) }) else { return nil }
        return resource.upload(file: id)
    }
}

extension BootResourceUpload {
    /// Sends the next piece of the file (MAAS: `PUT boot-resources/{id}/upload/{file_id}/`). Pieces go in order; one that
    /// was sent and not answered must not be sent again, for MAAS appends what it gets.
    public func put(_ piece: Data) async throws {
        var call = APICall("PUT", path, mayRetry: false)
        call.bytes = piece
        try await connection.perform(call)
    }
}
