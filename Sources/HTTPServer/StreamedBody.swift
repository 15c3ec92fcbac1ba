import CMicroHTTPD

/// The bytes of a large answer, which libmicrohttpd reads piece by piece instead of having a copy of its own: an answer
/// that is kept and sent to many clients is in memory once.
final class StreamedBody {
    private let bytes: [UInt8]
    private static let block = 128 * 1024

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A response of these bytes; `nil` when there is no memory for one.
    static func response(_ bytes: [UInt8]) -> OpaquePointer? {
        let held = Unmanaged.passRetained(StreamedBody(bytes))
        let made = MHD_create_response_from_callback(
            UInt64(bytes.count), block,
            { context, position, buffer, most in
                guard let context, let buffer else { return -1 }
                let body = Unmanaged<StreamedBody>.fromOpaque(context).takeUnretainedValue()
                let count = min(most, body.bytes.count - Int(position))
                guard count > 0 else { return -1 }
                body.bytes.withUnsafeBytes { bytes in
                    guard let start = bytes.baseAddress else { return }
                    UnsafeMutableRawPointer(buffer).copyMemory(from: start + Int(position), byteCount: count)
                }
                return count
            }, held.toOpaque(),
            { context in
                if let context { Unmanaged<StreamedBody>.fromOpaque(context).release() }
            })
        if made == nil { held.release() }
        return made
    }
}
