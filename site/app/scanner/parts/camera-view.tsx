import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { SCAN_APP_COPY as W } from '../../../../worker/copy/app/scan.ts'
import { Icon } from '../../parts/icon.tsx'
import { useText } from '../../parts/use-text.ts'
import { type Camera, type CameraTrouble, openCamera } from '../camera/camera.ts'
import { type LookedAt, watchCamera } from '../camera/watch-camera.ts'
import type { PictureReader } from '../decode/wasm-reader.ts'
import type { Step } from '../judge/in-frame.ts'

type Hint = Extract<Step['tell'], { kind: 'hint' }>['hint']

type Given = {
  readonly wasm: PictureReader
  readonly onCode: (text: string, beside: readonly string[], looked: LookedAt) => void
}

/** The picture of the camera, looked at all the time; what it sees is told once. */
export function CameraView({ wasm, onCode }: Given) {
  const t = useText()
  const video = useRef<HTMLVideoElement>(null)
  const { camera, trouble, hint, hasNoReader, openAgain } = useCamera(video, { wasm, onCode })
  useWakeLock(camera !== null)
  return (
    <div class="camera-view">
      <div class={trouble === null ? 'frame' : 'frame off'}>
        <video ref={video} muted playsInline aria-label={t(W.aim)} />
      </div>
      {camera?.hasTorch === true ? <Torch camera={camera} /> : null}
      {hasNoReader ? (
        <p class="line warn" role="alert">
          {t(W.noReader)}
        </p>
      ) : null}
      {trouble === null ? null : (
        <div class="line warn" role="alert">
          <p>{t(W[`camera_${trouble}`])}</p>
          <button type="button" class="text-button" onClick={openAgain}>
            <Icon name="camera" /> {t(W.startCamera)}
          </button>
        </div>
      )}
      {hint === null ? null : (
        <p class="line warn" role="status">
          {t(W[hint])}
        </p>
      )}
    </div>
  )
}

/** Opens the camera with the screen and shuts it with it, and looks at its pictures meanwhile. */
function useCamera(video: RefObject<HTMLVideoElement | null>, { wasm, onCode }: Given) {
  const [camera, setCamera] = useState<Camera | null>(null)
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null)
  const [hint, setHint] = useState<Hint | null>(null)
  const [hasNoReader, setNoReader] = useState(false)
  const [tries, setTries] = useState(0)
  const told = useRef(onCode)
  told.current = onCode
  useEffect(() => {
    const shown = video.current
    if (shown === null) return
    let isOver = false
    let stop = () => {}
    const open = async () => {
      const opened = await openCamera(shown)
      if (!opened.ok) return setTrouble(opened.why)
      if (isOver) return opened.camera.close()
      setTrouble(null)
      setCamera(opened.camera)
      const end = watchCamera({
        ...{ video: shown, wasm, now: () => performance.now() },
        onTell: (tell, looked) => {
          setHint(tell.kind === 'hint' ? tell.hint : null)
          if (tell.kind === 'check') told.current(tell.text, tell.beside, looked)
        },
        onUnreadable: () => setNoReader(true),
      })
      stop = () => {
        end()
        opened.camera.close()
        setCamera(null)
      }
    }
    void open()
    return () => {
      isOver = true
      stop()
    }
  }, [video, wasm, tries])
  return { camera, trouble, hint, hasNoReader, openAgain: () => setTries(tries + 1) }
}

function Torch({ camera }: { readonly camera: Camera }) {
  const t = useText()
  const [isOn, setOn] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const turn = async () => {
    const did = await camera.setTorch(!isOn)
    setFailed(!did)
    if (did) setOn(!isOn)
  }
  return (
    <>
      <button type="button" aria-pressed={isOn} onClick={() => void turn()}>
        {t(isOn ? W.torchOff : W.torchOn)}
      </button>
      {hasFailed ? <p class="hint">{t(W.torchFailed)}</p> : null}
    </>
  )
}

/** Keeps the screen lit while the camera looks, where the browser can. */
function useWakeLock(isLooking: boolean): void {
  useEffect(() => {
    if (!isLooking) return
    const lock = navigator.wakeLock?.request('screen').catch(() => null)
    return () => void lock?.then((held) => held?.release())
  }, [isLooking])
}
