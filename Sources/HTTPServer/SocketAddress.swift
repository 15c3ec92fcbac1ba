import Glibc

/// An address and port to listen on, such as `127.0.0.1:5240` or `[::1]:0`.
public struct SocketAddress: Sendable, Equatable, CustomStringConvertible {
    public var host: String
    public var port: Int

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `ADDR:PORT`; an IPv6 address stands in brackets. `nil` when it is not that.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        if host == "localhost" { host = "127.0.0.1" }
        guard !host.isEmpty else { return nil }
        self.init(host: host, port: port)
    }

    /// True when only this machine can reach it.
    public var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// A TCP socket that listens.
struct ListeningSocket {
    let descriptor: Int32
    let address: SocketAddress

    init(_ wanted: SocketAddress) throws {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(wanted.host, "\(wanted.port)", &hints, &found) == 0, let info = found else {
            throw HTTPServerError.badAddress(wanted.description)
        }
        defer { freeaddrinfo(found) }
        let made = socket(info.pointee.ai_family, info.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard made >= 0 else { throw HTTPServerError.cannotStart(String(cString: strerror(errno))) }
        var yes: Int32 = 1
        setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(made, info.pointee.ai_addr, info.pointee.ai_addrlen) == 0, Glibc.listen(made, 511) == 0 else {
            let reason = errno
            close(made)
            if reason == EADDRINUSE { throw HTTPServerError.addressInUse(wanted.description) }
            throw HTTPServerError.cannotStart("\(wanted): \(String(cString: strerror(reason)))")
        }
        descriptor = made
        address = SocketAddress(host: wanted.host, port: Self.port(of: made) ?? wanted.port)
    }

    private static func port(of descriptor: Int32) -> Int? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer -> Int? in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Int? in
                guard getsockname(descriptor, address, &length) == 0 else { return nil }
                var service = [CChar](repeating: 0, count: 16)
                guard getnameinfo(address, length, nil, 0, &service, 16, NI_NUMERICSERV) == 0 else { return nil }
                return Int(String(decoding: service.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
            }
        }
    }
}
