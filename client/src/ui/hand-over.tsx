/** A link to give to somebody: to copy, to send on, or to scan from this screen. */

import {Check, Copy, Share2} from 'lucide-react';
import {useRef, useState} from 'react';
import {handOver as words} from '../words/hand-over.ts';
import {Button} from './button.tsx';
import {QrCode} from './qr-code.tsx';
import './hand-over.css';

export interface HandOverProps {
  readonly link: string;
  /** What the field is called: "De link voor Fatma". */
  readonly label: string;
  /** What the picture is, for who does not see it. */
  readonly qrLabel: string;
}

type Copied = 'no' | 'yes' | 'by-hand';

export function HandOver({link, label, qrLabel}: HandOverProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<Copied>('no');

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      // Without https a browser copies nothing by itself.
      field.current?.select();
      setCopied('by-hand');
    }
  }

  return (
    <div className="hand-over">
      <QrCode text={link} label={qrLabel} />
      <p className="muted">{words.scan}</p>
      <label className="text-field">
        <span className="field-label">{label}</span>
        <input ref={field} readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <div className="hand-over-buttons">
        <Button
          kind="primary"
          icon={copied === 'yes' ? <Check size={20} aria-hidden /> : <Copy size={20} aria-hidden />}
          onPress={() => void copy()}
        >
          {copied === 'yes' ? words.copied : words.copy}
        </Button>
        {'share' in navigator ? (
          <Button icon={<Share2 size={20} aria-hidden />} onPress={() => void share(link)}>
            {words.share}
          </Button>
        ) : null}
      </div>
      <p aria-live="polite" className={copied === 'by-hand' ? '' : 'visually-hidden'}>
        {copied === 'yes' ? words.copied : copied === 'by-hand' ? words.byHand : ''}
      </p>
    </div>
  );
}

/** Who changes their mind in the device's own list has not failed. */
async function share(url: string): Promise<void> {
  await navigator.share({url}).catch(() => undefined);
}
