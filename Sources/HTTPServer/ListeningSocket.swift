import CMicroHTTPD
import Foundation

/// A TCP socket that listens.
struct ListeningSocket {
    let descriptor: Int32
    let address: SocketAddress

    init(_ wanted: SocketAddress) throws {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(cmhd_stream)
        hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(wanted.host, "\(wanted.port)", &hints, &found) == 0, let info = found else {
            throw HTTPServerError.badAddress(wanted.description)
        }
        defer { freeaddrinfo(found) }
        let made = cmhd_socket(info.pointee.ai_family)
        guard made >= 0 else { throw HTTPServerError.cannotStart(String(cString: strerror(errno))) }
        var yes: Int32 = 1
        setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(made, info.pointee.ai_addr, info.pointee.ai_addrlen) == 0, listen(made, 511) == 0 else {
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
