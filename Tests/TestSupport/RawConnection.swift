import Foundation

/// A TCP connection on which a test sends exactly the bytes it wants, well-formed or not.
public final class RawConnection {
    public struct Answer: Equatable {
        public var status: Int
        public var headers: [String: String]
        public var body: String
    }

    public enum Failure: Error {
        case cannotConnect(Int32)
        case closed
        case timedOut
    }

    /// What must live as long as this connection, such as the server at its other end.
    private let owner: AnyObject?
    private let descriptor: Int32
    private var pending: [UInt8] = []

    /// Connects, with a bound on every read so that a server that never answers fails the test instead of holding it.
    /// - Parameter patience: seconds for a read, or for sending.
    public init(host: String, port: Int, patience: Int = 20, owner: AnyObject? = nil) throws {
        self.owner = owner
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let found else {
            throw Failure.cannotConnect(0)
        }
        defer { freeaddrinfo(found) }
        descriptor = socket(found.pointee.ai_family, Int32(SOCK_STREAM.rawValue), 0)
        var bound = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &bound, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &bound, socklen_t(MemoryLayout<timeval>.size))
        // `deinit` closes the descriptor, also after a throw from here: a second `close` would end another test's file.
        guard connect(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0 else {
            throw Failure.cannotConnect(errno)
        }
    }

    deinit { close(descriptor) }

    /// Sends as much as the server takes; false when it closed the connection meanwhile.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                systemSend(descriptor, $0)
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    @discardableResult
    public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Says that nothing more will be sent, while still reading.
    public func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Makes the end of this connection a reset instead of a goodbye.
    public func resetAtClose() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    /// Everything until the server closes, also when it closes with a reset.
    public func readToEnd() throws -> String {
        while try fill() {}
        defer { pending = [] }
        return String(decoding: pending, as: UTF8.self)
    }

    /// One whole answer. `toHead` says that it is the answer to HEAD, which has no body.
    public func readAnswer(toHead: Bool = false) throws -> Answer {
        let separator = Array("\r\n\r\n".utf8)
        var end = pending.firstRange(of: separator)
        while end == nil {
            guard try fill() else { throw Failure.closed }
            end = pending.firstRange(of: separator)
        }
        guard let end else { throw Failure.closed }
        let lines = String(decoding: pending[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        pending.removeSubrange(..<end.upperBound)
        let length = toHead ? 0 : Int(headers["content-length"] ?? "0") ?? 0
        while pending.count < length { guard try fill() else { throw Failure.closed } }
        let body = String(decoding: pending.prefix(length), as: UTF8.self)
        pending.removeFirst(length)
        return Answer(status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: headers, body: body)
    }

    /// Reads what is there; false at the end.
    private func fill() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        // A process that was stopped and goes on is interrupted once where a timeout is set.
        var count = 0
        repeat { count = recv(descriptor, &buffer, buffer.count, 0) } while count < 0 && errno == EINTR
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { throw Failure.timedOut }
        guard count > 0 else { return false }
        pending += buffer.prefix(count)
        return true
    }
}

/// The system's `send`, where a method is called the same.
private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
}
