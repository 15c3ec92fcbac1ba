import CMicroHTTPD
import Dispatch
import Synchronization

/// What the C callbacks find behind their context pointer.
final class ServerContext: Sendable {
    let handler: HTTPServer.Handler
    let admission: HTTPServer.Admission?
    let limits: HTTPServer.Limits
    let peers: PeerTable
    let budget: ByteBudget
    /// Answers that a handler works on or that are being sent.
    let answersUnderWay = DispatchGroup()
    private let stopping = Atomic<Bool>(false)

    init(handler: @escaping HTTPServer.Handler, admission: HTTPServer.Admission?, limits: HTTPServer.Limits) {
        self.handler = handler
        self.admission = admission
        self.limits = limits
        peers = PeerTable(limits)
        budget = ByteBudget(limits.bytesUnderWay)
    }

    /// Every answer is its connection's last from now on.
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    func beginStopping() {
        stopping.store(true, ordering: .relaxed)
        peers.endIdle()
    }

    /// A connection has come or gone.
    static let connected:
        @convention(c) (
            UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
            MHD_ConnectionNotificationCode
        ) -> Void = { context, connection, slot, code in
            guard let context, let connection, let slot else { return }
            let server = Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
            if cmhd_is_start(code) != 0 {
                let peer = Peer(descriptor: cmhd_descriptor(connection))
                slot.pointee = Unmanaged.passRetained(peer).toOpaque()
                server.peers.add(peer)
            } else if let held = slot.pointee {
                server.peers.remove(Unmanaged<Peer>.fromOpaque(held).takeRetainedValue())
                slot.pointee = nil
            }
        }
}
