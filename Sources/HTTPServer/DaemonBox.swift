import CMicroHTTPD
import Synchronization

/// A running libmicrohttpd daemon, ended exactly once.
final class DaemonBox: Sendable {
    /// Pointers are not Sendable; the mutex around this struct makes sure that one thread at a time holds them.
    private struct Running: @unchecked Sendable {
        let daemon: OpaquePointer
        let context: Unmanaged<ServerContext>
    }

    private let running: Mutex<Running?>

    init(_ daemon: OpaquePointer, _ context: Unmanaged<ServerContext>) {
        running = Mutex(Running(daemon: daemon, context: context))
    }

    func stop() {
        let ended = running.withLock { running in
            defer { running = nil }
            return running
        }
        guard let ended else { return }
        MHD_stop_daemon(ended.daemon)
        ended.context.release()
    }
}
