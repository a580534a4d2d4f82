/** An open camera, shown in a video. */
export type Camera = {
  readonly hasTorch: boolean
  readonly setTorch: (on: boolean) => Promise<boolean>
  readonly close: () => void
}

/** Why there is no camera. */
export type CameraTrouble = 'refused' | 'none' | 'busy' | 'insecure'

export type CameraOutcome =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly why: CameraTrouble }

/** Enough to read a label at arm's length; more only takes longer. */
const WANTED = {
  facingMode: 'environment',
  width: { ideal: 1_280 },
  height: { ideal: 720 },
} as const

/** Opens the camera at the back and shows it. */
export async function openCamera(video: HTMLVideoElement): Promise<CameraOutcome> {
  const { mediaDevices } = navigator
  // Not there over plain http.
  if (mediaDevices === undefined) return { ok: false, why: 'insecure' }
  let stream: MediaStream
  try {
    stream = await mediaDevices.getUserMedia({ audio: false, video: WANTED })
  } catch (error) {
    return { ok: false, why: troubleOf(error) }
  }
  video.srcObject = stream
  await video.play().catch(() => undefined)
  const [track] = stream.getVideoTracks()
  return {
    ok: true,
    camera: {
      hasTorch: hasTorch(track),
      setTorch: (on) => setTorch(track, on),
      close: () => {
        for (const each of stream.getTracks()) each.stop()
        video.srcObject = null
      },
    },
  }
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy'
}

function hasTorch(track: MediaStreamTrack | undefined): boolean {
  const able = track?.getCapabilities?.() ?? {}
  return 'torch' in able && able.torch === true
}

/** True where the light did as it was told. */
async function setTorch(track: MediaStreamTrack | undefined, torch: boolean): Promise<boolean> {
  try {
    // Not in the library of this project's types.
    const constraints = { advanced: [{ torch }] } as unknown as MediaTrackConstraints
    await track?.applyConstraints(constraints)
    return track !== undefined
  } catch {
    return false
  }
}
