import CMicroHTTPD
import Foundation
import Synchronization

/// A running libmicrohttpd daemon, ended exactly once.
final class RunningDaemon: Sendable {
    /// Pointers are not Sendable; the mutex around this struct makes sure that one thread at a time holds them.
    private struct Pointers: @unchecked Sendable {
        let daemon: OpaquePointer
        let context: Unmanaged<ServerContext>
    }

    private let running: Mutex<Pointers?>

    init(_ daemon: OpaquePointer, _ context: Unmanaged<ServerContext>) {
        running = Mutex(Pointers(daemon: daemon, context: context))
    }

    func stop() {
        let ended = running.withLock { running in
            defer { running = nil }
            return running
        }
        guard let ended else { return }
        let context = ended.context.takeUnretainedValue()
        // `MHD_stop_daemon` shuts every socket down at once, also under an answer. So: take no more connections, let
        // the answers out, then stop. The socket itself is closed last, or its number could be given to another file
        // while the daemon's thread still looks at it.
        let listener = MHD_quiesce_daemon(ended.daemon)
        if listener >= 0 { shutdown(listener, Int32(SHUT_RDWR)) }
        context.beginStopping()
        _ = context.answersUnderWay.wait(timeout: .now() + DispatchTimeInterval.seconds(context.limits.drainSeconds))
        MHD_stop_daemon(ended.daemon)
        if listener >= 0 { close(listener) }
        ended.context.release()
    }
}
