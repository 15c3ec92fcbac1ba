import CMicroHTTPD

/// An answer as libmicrohttpd sends it, any number of times and from any thread.
///
/// `@unchecked Sendable` is safe: the response is not changed after it was made, and the library locks its count of
/// references.
final class PreparedAnswer: @unchecked Sendable {
    let response: OpaquePointer

    /// - Returns: `nil` for what is not to be sent at all, and where there is no memory.
    /// - Parameter server: whose end ends the answer too, where it is a stream.
    init?(_ answer: HTTPResponse, of server: ServerContext? = nil) {
        let made: OpaquePointer?
        switch answer.delivery {
        case .whole where answer.stream != nil: made = answer.stream.flatMap { StreamedBody($0, server).response() }
        case .dropped: made = nil
        case .whole: made = Body(answer.body).response()
        case .truncated(let length):
            let sent = answer.body.prefix(max(0, length)).map { CChar(bitPattern: $0) }
            made = cmhd_cut_response(sent, sent.count, answer.body.count)
        }
        guard let made else { return nil }
        for field in answer.headers.all {
            _ = MHD_add_response_header(made, field.name, field.value)
        }
        response = made
    }

    deinit { MHD_destroy_response(response) }
}

/// The bytes of an answer while libmicrohttpd may send them.
private final class Body {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The bytes are not copied: an array that nobody changes stays where it is for as long as somebody holds it, and
    /// the response holds this object until it is over.
    func response() -> OpaquePointer? {
        let owner = Unmanaged.passRetained(self).toOpaque()
        let made = bytes.withUnsafeBytes { bytes in
            cmhd_response(
                bytes.baseAddress, bytes.count,
                { owner in if let owner { Unmanaged<Body>.fromOpaque(owner).release() } }, owner)
        }
        if made == nil { Unmanaged<Body>.fromOpaque(owner).release() }
        return made
    }
}
