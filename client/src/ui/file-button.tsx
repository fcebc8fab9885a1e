/** A button that asks for a file from this device. */

import {type ReactNode, useRef} from 'react';
import {Button} from './button.tsx';

export interface FileButtonProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** Types and endings, as a file input takes them. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

export function FileButton({icon, children, accept, onChoose}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({currentTarget}) => {
          const file = currentTarget.files?.[0];
          if (file) onChoose(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button icon={icon} onPress={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
